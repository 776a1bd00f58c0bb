package dalil.query.record.answer;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import dalil.query.record.ClaimState;
import dalil.query.record.ClaimState.Correction;
import dalil.query.record.Mark;
import dalil.query.record.Together;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims as a record shows them: the value with its fact and source, and beside it all that became of the claim. */
final class ClaimShown {

    /** Where a claim of a record is told that is read as another: the UUID of the one on which it was made. */
    static final String ON_RECORD = "onRecord";

    private final ZoneId zone;
    private final String part;
    private final Map<Long, String> elsewhere = new HashMap<>();

    /**
     * @param zone of the case, for the instants that a claimed time allows
     * @param part what the part is called that a claim is about: {@code forceUse}
     * @param record whose claims are shown; those of records that are merged into it say on which they were made
     */
    ClaimShown(ZoneId zone, String part, Together<?> record) {
        this.zone = zone;
        this.part = part;
        for (Together.Absorbed<?> other : record.absorbed()) {
            for (ClaimState claim : other.state().everyClaim()) {
                elsewhere.put(claim.index(), other.state().id());
            }
        }
    }

    /**
     * What is said about one attribute: a {@link Told} where one value is in force, with the other live values as
     * {@code others}; {@code {"contested": […]}} where none is; a list where values hold side by side.
     */
    Object attribute(AttributeState state) {
        return switch (state.standing()) {
            case IN_FORCE -> {
                List<Told> others = state.values().stream()
                        .filter(value -> !value.certain())
                        .map(this::value)
                        .toList();
                Told inForce = state.values().stream()
                        .filter(LiveValue::certain)
                        .map(this::value)
                        .findFirst()
                        .orElseThrow();
                yield others.isEmpty() ? inForce : inForce.with("others", others);
            }
            case CONTESTED -> Map.of("contested", values(state));
            case SIDE_BY_SIDE, NOT_STATED -> values(state);
        };
    }

    private List<Told> values(AttributeState state) {
        return state.values().stream().map(this::value).toList();
    }

    /** The claim that speaks for a value is the accepted one, else the first that nobody disputes; the rest say it too. */
    private Told value(LiveValue value) {
        List<ClaimState> claims = new ArrayList<>(value.claims());
        claims.sort(Comparator.comparing(ClaimShown::weight)); // stable: the first said stays first
        Told told = claim(claims.get(0));
        List<Told> also = claims.stream().skip(1).map(this::claim).toList();
        return also.isEmpty() ? told : told.with("alsoClaimed", also);
    }

    private static int weight(ClaimState claim) {
        if (claim.accepted() != null) {
            return 0;
        }
        return claim.disputes().isEmpty() ? 1 : 2;
    }

    /** One claim; its index is that of the fact that set the value it has now. */
    Told claim(ClaimState state) {
        Claim claim = state.claim();
        List<Correction> corrections = state.corrections();
        long index = corrections.isEmpty()
                ? state.index()
                : corrections.get(corrections.size() - 1).mark().index();
        Told told = span(Told.ofClaim(Shown.of(claim.value()), index, claim.id(), claim.source()), claim.value())
                .with("reported", claim.reported())
                .with("dataset", claim.dataset());
        told = occurred(told, claim.occurred());
        told = text(told, "words", claim.words()).with(ON_RECORD, elsewhere.get(state.index()));
        if (state.accepted() != null) {
            told = told.with("accepted", mark(state.accepted()));
        }
        if (!state.disputes().isEmpty()) {
            told = told.with(
                    "disputedBy",
                    state.disputes().stream().map(ClaimShown::mark).toList());
        }
        if (!corrections.isEmpty()) {
            told = told.with(
                    "corrected",
                    corrections.stream().map(ClaimShown::correction).toList());
        }
        if (state.withdrawn() != null) {
            told = told.with("withdrawn", mark(state.withdrawn()));
        }
        return told;
    }

    /** A claim outside its attribute's place says what it was about. */
    Told withdrawn(ClaimState state) {
        return claim(state).with("attribute", state.claim().attribute()).with(part, state.part());
    }

    private Told span(Told told, ClaimValue value) {
        if (!(value instanceof Occurred occurred)) {
            return told;
        }
        Span span = Span.of(occurred, zone);
        return told.with("earliest", span.earliest()).with("latest", span.latest());
    }

    private Told occurred(Told told, @Nullable Occurred occurred) {
        if (occurred == null) {
            return told;
        }
        Span span = Span.of(occurred, zone);
        Map<String, @Nullable Object> shown =
                new LinkedHashMap<>(Shown.of(occurred).beside());
        shown.put("value", Shown.of(occurred).value());
        shown.put("earliest", span.earliest());
        shown.put("latest", span.latest());
        return told.with("occurred", shown);
    }

    /** A protected text beside a value; where it was erased, {@code <name>Erased} says so. */
    static Told text(Told told, String name, @Nullable Protected<String> text) {
        if (text == null) {
            return told;
        }
        return text.isErased()
                ? told.with(name + "Erased", true)
                : told.with(name, text.value().orElseThrow());
    }

    private static Map<String, @Nullable Object> correction(Correction correction) {
        Map<String, @Nullable Object> shown = mark(correction.mark());
        Shown before = Shown.of(correction.before());
        shown.put("before", before.value());
        if (before.isErased()) {
            shown.put("beforeErased", true);
        }
        return shown;
    }

    /** Something that was done, by whom, on whose behalf and why. */
    static Map<String, @Nullable Object> mark(Mark mark) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("index", mark.index());
        if (!mark.actor().isEmpty()) {
            shown.put("by", mark.actor());
        }
        if (mark.source() != null) {
            shown.put("source", mark.source());
        }
        if (mark.dataset() != null) {
            shown.put("dataset", mark.dataset());
        }
        Protected<String> reason = mark.reason();
        if (reason != null) {
            shown.put("reason", reason.value().orElse(null));
            if (reason.isErased()) {
                shown.put("reasonErased", true);
            }
        }
        return shown;
    }
}
