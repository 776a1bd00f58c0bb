package dalil.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dalil");

    /** Classes that break every rule, kept so that each rule is seen failing in every build. */
    private static final JavaClasses BROKEN = new ClassFileImporter()
            .withImportOption(location -> location.contains("/broken/"))
            .importPaths(Path.of("target/test-classes"));

    static Stream<Map.Entry<String, ArchRule>> rules() {
        return HouseRules.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void main_code_keeps_the_rule(Map.Entry<String, ArchRule> rule) {
        rule.getValue().check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_fails_where_it_is_broken(Map.Entry<String, ArchRule> rule) {
        assertThat(rule.getValue().allowEmptyShould(true).evaluate(BROKEN).hasViolation())
                .as(rule.getKey())
                .isTrue();
    }

    @Test
    void the_rules_look_at_every_module_that_is_built() {
        for (String module : new String[] {"transparency", "events", "ledger", "command", "query", "app"}) {
            assertThat(MAIN.stream().anyMatch(c -> c.getPackageName().startsWith("dalil." + module)))
                    .as(module)
                    .isTrue();
        }
        assertThat(Files.isDirectory(Path.of("target/test-classes"))).isTrue();
    }
}
