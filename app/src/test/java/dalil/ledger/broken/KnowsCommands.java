package dalil.ledger.broken;

import dalil.command.Actor;

/** Breaks "ledger needs transparency, facts with their JSON, Axon and SQLite". */
record KnowsCommands(Actor actor) {}
