package dalil.events.claim;

import org.jspecify.annotations.Nullable;

/**
 * What a person is called, in one script. The parts are there where somebody told them apart; nothing is guessed.
 *
 * @param full the whole name in the order in which it was said
 * @param given given name; null if not told apart
 * @param family family name; null if there is none or it was not told apart
 * @param patronymic {@code -ович}, {@code уулу}, {@code кызы} and the like; null if there is none or it was not told apart
 * @param script ISO 15924, for example {@code Cyrl}; null if mixed or not said
 */
public record PersonName(
        String full,
        @Nullable String given,
        @Nullable String family,
        @Nullable String patronymic,
        @Nullable String script) {}
