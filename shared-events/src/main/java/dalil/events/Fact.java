package dalil.events;

/** Something that was reported and recorded. Each capability has one sealed interface of facts that extends this. */
public interface Fact {}
