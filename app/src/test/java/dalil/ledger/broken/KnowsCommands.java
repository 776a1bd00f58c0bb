package dalil.ledger.broken;

import dalil.command.Actor;

/** Breaks "ledger needs transparency, facts with their JSON, Axon, SQLite, MongoDB's driver and Bouncy Castle". */
record KnowsCommands(Actor actor) {}
