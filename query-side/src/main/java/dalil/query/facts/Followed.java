package dalil.query.facts;

/**
 * What the follower keeps in memory from batch to batch. It is what the table says; after a failure it is read from there again.
 *
 * @param incidents states of those that facts came for last
 */
record Followed(RecentIncidents incidents, Casualties casualties, SourceTypes sourceTypes) {}
