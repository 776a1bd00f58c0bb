package dalil.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The dependency table of the architecture, and what main code never does. */
final class HouseRules {

    private static final String[] JDK = {"java..", "javax..", "org.jspecify.."};

    private HouseRules() {}

    /** Every rule by name. */
    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("transparency needs the JDK only", module("dalil.transparency", "dalil.transparency.."));
        rules.put(
                "shared-events needs Jackson only",
                module("dalil.events", "dalil.events..", "com.fasterxml.jackson.."));
        rules.put(
                "ledger needs transparency, facts with their JSON, Axon, SQLite, MongoDB's driver and Bouncy Castle",
                module(
                        "dalil.ledger",
                        "dalil.ledger..",
                        "dalil.transparency..",
                        "dalil.events..",
                        "org.axonframework..",
                        "com.fasterxml.jackson..",
                        "org.sqlite..",
                        "org.bouncycastle..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.slf4j.."));
        rules.put(
                "timestamps alone know Bouncy Castle",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dalil.ledger.timestamp")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.bouncycastle.."));
        rules.put("the write side never sees the read side", never("dalil.command..", "dalil.query..", "dalil.app.."));
        rules.put("the read side never sees the write side", never("dalil.query..", "dalil.command..", "dalil.app.."));
        rules.put(
                "in the ledger only the MongoDB store knows MongoDB's driver",
                noClasses()
                        .that()
                        .resideInAPackage("dalil.ledger..")
                        .and()
                        .resideOutsideOfPackage("dalil.ledger.mongo..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("com.mongodb..", "org.bson.."));
        rules.put("the write side keeps no projection", never("dalil.command..", "org.duckdb.."));
        rules.put(
                "facts never appear in a body: the wire's mapper does not know them",
                never("dalil.events..", "tools.jackson..", "org.springframework.."));
        rules.put(
                "clock and ids are passed in",
                noClasses()
                        .that(are(mainCode().and(DescribedPredicate.not(wiring()))))
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
        rules.put(
                "nothing is named after nothing",
                noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto)"));
        rules.put(
                "no package is named after a layer",
                noClasses()
                        .should()
                        .resideInAnyPackage("..controller..", "..service..", "..repository..", "..dto..", "..util.."));
        return rules;
    }

    private static ArchRule module(String root, String... mayUse) {
        String[] allowed = new String[JDK.length + mayUse.length];
        System.arraycopy(JDK, 0, allowed, 0, JDK.length);
        System.arraycopy(mayUse, 0, allowed, JDK.length, mayUse.length);
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(arrayOfPrimitives()));
    }

    private static ArchRule never(String from, String... to) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to);
    }

    private static DescribedPredicate<JavaClass> arrayOfPrimitives() {
        return DescribedPredicate.describe(
                "primitives", javaClass -> javaClass.getBaseComponentType().isPrimitive());
    }

    private static DescribedPredicate<JavaClass> mainCode() {
        return DescribedPredicate.describe(
                "main code", javaClass -> javaClass.getPackageName().startsWith("dalil"));
    }

    /** Where the clock and the random source are put in. */
    private static DescribedPredicate<JavaClass> wiring() {
        return DescribedPredicate.describe(
                "wiring",
                javaClass -> javaClass.getPackageName().equals("dalil.app")
                        || javaClass.getFullName().equals("dalil.command.http.CommandHttp"));
    }
}
