package dalil.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs the contract classes once more, counting: a contract test that is overridden or skipped is not passed. What fails is told where
 * the classes run by themselves; some of Axon's tests give a busy machine a tenth of a second.
 */
class ContractIsWholeTest {

    @ParameterizedTest
    @CsvSource({
        "dalil.ledger.axon.EngineContractTest, 28",
        "dalil.ledger.axon.EventStoreContractTest, 21",
        "dalil.ledger.axon.MongoEngineContractTest, 28",
        "dalil.ledger.axon.MongoEventStoreContractTest, 21"
    })
    void every_contract_test_ran_and_none_was_overridden(Class<?> contract, int tests) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .build();
        var launcher = LauncherFactory.create();
        TestPlan plan = launcher.discover(request);

        launcher.execute(plan, summary);

        assertThat(summary.getSummary().getTestsStartedCount()).isEqualTo(tests);
        assertThat(summary.getSummary().getTestsAbortedCount()).isZero();
        assertThat(summary.getSummary().getTestsSkippedCount()).isZero();
        assertThat(testsDeclaredBy(contract)).isEmpty();
    }

    private static List<String> testsDeclaredBy(Class<?> contract) {
        List<String> inherited = new ArrayList<>();
        for (Class<?> above = contract.getSuperclass(); above != Object.class; above = above.getSuperclass()) {
            for (Method method : above.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    inherited.add(method.getName());
                }
            }
        }
        return Arrays.stream(contract.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class) || inherited.contains(method.getName()))
                .map(Method::getName)
                .toList();
    }
}
