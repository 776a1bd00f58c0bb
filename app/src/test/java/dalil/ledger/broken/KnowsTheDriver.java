package dalil.ledger.broken;

import org.bson.BsonDocument;

/** Breaks "in the ledger only the MongoDB store knows MongoDB's driver". */
record KnowsTheDriver(BsonDocument document) {}
