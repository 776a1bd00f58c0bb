package dalil.events.claim;

import dalil.events.Protected;

/**
 * What a claim may say. On the wire a value is told by its shape: a string is a word, a number a count, {@code least} makes a
 * range, {@code precision} a place, {@code date} an occurrence, {@code answer} one of the four ways of not saying, {@code name} a
 * person's name, and {@code sealed} a protected text.
 */
public sealed interface ClaimValue
        permits ClaimValue.Word,
                ClaimValue.Count,
                ClaimValue.Range,
                ClaimValue.Answer,
                ClaimValue.Text,
                ClaimValue.Name,
                Occurred,
                Place {

    /** A code of a vocabulary, or a short open text such as a label. */
    record Word(String word) implements ClaimValue {}

    /** A whole number, in the unit that the attribute names. */
    record Count(long count) implements ClaimValue {}

    /** At least and at most so many; both ends included. */
    record Range(long least, long greatest) implements ClaimValue {}

    /** Not asked, unknown, refused, none: four different answers, each of the list {@code answer}. */
    record Answer(String answer) implements ClaimValue {}

    /** A free text, always protected. */
    record Text(Protected<String> text) implements ClaimValue {}

    /** What a person is called, always protected. */
    record Name(Protected<PersonName> name) implements ClaimValue {}
}
