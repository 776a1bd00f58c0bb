package dalil.events.vocabulary;

/**
 * A numbered list of the HURIDOCS micro-thesauri.
 *
 * @param adapted our list takes terms from it and is not the numbered list
 */
public record Thesaurus(int number, String name, boolean adapted) {}
