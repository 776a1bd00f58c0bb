package dalil.transparency.broken;

import dalil.events.Fact;

/** Breaks "transparency needs the JDK only". */
record KnowsFacts(Fact fact) {}
