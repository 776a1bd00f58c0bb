package dalil.events.vocabulary;

/**
 * @param code lower-case words with hyphens, for ever
 * @param huridocs the term it follows, as {@code 22:030000000000 Event which causes another event} (list, 12-digit code, English
 *     term); empty where the code is the register's own
 */
public record Term(String code, String huridocs) {}
