package dalil.query.facts;

/**
 * What the follower keeps in memory from batch to batch. It is what the table says; after a failure it is read from there again.
 */
record Followed(Incidents incidents, Casualties casualties, SourceTypes sourceTypes) {}
