package dalil.ledger.broken;

import org.bouncycastle.tsp.TimeStampToken;

/** Breaks "timestamps alone know Bouncy Castle". */
record KnowsTheCastle(TimeStampToken token) {}
