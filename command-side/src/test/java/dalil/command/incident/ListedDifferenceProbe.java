package dalil.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.record.ListedDifference;
import dalil.command.record.RecordMemory;
import dalil.events.claim.Claim;
import dalil.events.incident.IncidentFact;
import java.util.List;

/** Feeds the memory directly: an erased value cannot pass through Axon's fixture, which compares what it stores. */
final class ListedDifferenceProbe {

    private ListedDifferenceProbe() {}

    static void expectNothing(Claim held, Claim listedNow) {
        RecordMemory memory = new RecordMemory();
        memory.evolve(new IncidentFact.Reported(IncidentFixture.ID, List.of(held), List.of()), null);
        assertThat(ListedDifference.between(
                        memory, IncidentFacts.INSTANCE, IncidentFixture.DATASET, List.of(listedNow), List.of()))
                .isEmpty();
    }
}
