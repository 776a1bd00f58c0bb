package dalil.query.figure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dalil.query.tally.Tally;

/** A tally, and what was published of the same. */
public record TallyAnswer(@JsonUnwrapped Tally tally, FiguresBeside figures) {}
