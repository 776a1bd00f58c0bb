package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dalil.events.Protected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a record's history. What does not apply is absent.
 *
 * @param what the fact's name on the wire
 * @param by who acted
 * @param through with what
 * @param request id of the request that it answered
 * @param change what it changed, where that is one thing; its members stand in the entry itself
 * @param changes what it changed, where that is several things
 * @param reason as given; null with {@code reasonErased} where it was erased
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryEntry(
        long index,
        long sequence,
        Instant recorded,
        Instant at,
        String what,
        @Nullable String by,
        @Nullable String role,
        @Nullable String through,
        @Nullable String request,
        @JsonUnwrapped @Nullable Change change,
        @Nullable List<Change> changes,
        @Nullable String reason,
        @Nullable Boolean reasonErased) {

    /**
     * A thing that a fact changed.
     *
     * @param claim id of the claim; null where none stands behind it
     * @param forceUse id of the use of force that it is about; null where it is about another thing
     * @param injury id of the injury that it is about; null where it is about another thing
     * @param before the value until then
     * @param after the value from then on
     * @param erased names which of the two were erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            @Nullable String claim,
            @Nullable String forceUse,
            @Nullable String injury,
            @Nullable String attribute,
            @Nullable String source,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable List<String> erased) {

        static Change of(String attribute, @Nullable Object before, @Nullable Object after) {
            return new Change(null, null, null, attribute, null, before, after, null);
        }

        Change from(@Nullable String source) {
            return new Change(claim, forceUse, injury, attribute, source, before, after, erased);
        }
    }

    static HistoryEntry of(RecordedFact fact, @Nullable Protected<String> reason, List<Change> changes) {
        Map<String, String> meta = fact.meta();
        boolean erased = reason != null && reason.isErased();
        return new HistoryEntry(
                fact.index(),
                fact.sequence(),
                fact.recorded(),
                fact.at(),
                fact.type(),
                meta.get("actor"),
                meta.get("role"),
                meta.get("through"),
                meta.get("request"),
                changes.size() == 1 ? changes.get(0) : null,
                changes.size() > 1 ? List.copyOf(changes) : null,
                reason == null ? null : reason.value().orElse(null),
                erased ? true : null);
    }
}
