package dalil.query.broken;

import dalil.command.Actor;

/** Breaks "the read side never sees the write side". */
record KnowsCommands(Actor actor) {}
