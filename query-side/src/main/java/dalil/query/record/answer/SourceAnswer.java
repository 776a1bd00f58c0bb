package dalil.query.record.answer;

import dalil.events.source.SourceFact;
import dalil.query.record.SourceState;
import dalil.query.record.SourceState.Independence;
import dalil.query.record.SourceState.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A source as the reader sees it.
 *
 * @param version sequence number of the last fact considered
 * @param recorded when it was first recorded
 * @param ultimateOrigin id of the source where the chain of origins ends, {@code unknown}, or null in a circle
 * @param reliability every rating, the one in force last
 * @param independence how it stands to other sources
 */
record SourceAnswer(
        String id,
        String kind,
        long version,
        RecordLinks record,
        Told recorded,
        Map<String, Told> attributes,
        Told ultimateOrigin,
        List<Told> reliability,
        List<Told> independence) {

    /** @param others the state of any other source at the same index */
    static SourceAnswer of(List<RecordedFact> stream, Function<String, Optional<SourceState>> others) {
        SourceState state = state(stream);
        RecordedFact first = stream.get(0);
        SourceFact.Registered registered = state.registered().orElseThrow();
        return new SourceAnswer(
                registered.id(),
                "source",
                stream.get(stream.size() - 1).sequence(),
                RecordLinks.of("sources", registered.id()),
                Told.byFact(first.recorded(), first.index()),
                attributes(registered, state, first.index()),
                new OriginChain(others).of(registered.id(), state),
                state.reliabilities().stream().map(SourceAnswer::said).toList(),
                state.independences().stream().map(SourceAnswer::independence).toList());
    }

    static SourceState state(List<RecordedFact> stream) {
        SourceState state = new SourceState();
        stream.forEach(fact -> state.apply(fact.index(), (SourceFact) fact.fact(), fact.meta()));
        return state;
    }

    private static Map<String, Told> attributes(SourceFact.Registered first, SourceState state, long index) {
        Map<String, Told> attributes = new LinkedHashMap<>();
        attributes.put("type", Told.byFact(first.type(), index));
        put(attributes, "connection", first.connection(), index);
        attributes.put("name", shown(Shown.of(first.name()), index));
        if (first.url() != null) {
            attributes.put("url", shown(Shown.of(first.url()), index));
        }
        attributes.put("origin", said(OriginChain.last(state.origins())));
        if (!state.reliabilities().isEmpty()) {
            attributes.put("reliability", said(OriginChain.last(state.reliabilities())));
        }
        put(attributes, "dataset", first.dataset(), index);
        return attributes;
    }

    private static void put(Map<String, Told> attributes, String name, @Nullable String value, long index) {
        if (value != null) {
            attributes.put(name, Told.byFact(value, index));
        }
    }

    private static Told shown(Shown value, long index) {
        return new Told(value.value(), index, null, null, value.beside());
    }

    private static Told said(Said<String> said) {
        Told told = Told.byFact(said.value(), said.mark().index())
                .with("by", said.mark().actor().isEmpty() ? null : said.mark().actor());
        return ClaimShown.text(told, "reason", said.mark().reason());
    }

    private static Told independence(Independence stated) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("other", stated.other());
        value.put("basis", stated.basis());
        Told told = Told.byFact(value, stated.mark().index())
                .with(
                        "by",
                        stated.mark().actor().isEmpty() ? null : stated.mark().actor());
        return ClaimShown.text(told, "reason", stated.mark().reason());
    }
}
