package dalil.ledger.broken;

import dalil.command.Actor;

/** Breaks "ledger needs transparency, facts with their JSON, Axon, SQLite and MongoDB's driver". */
record KnowsCommands(Actor actor) {}
