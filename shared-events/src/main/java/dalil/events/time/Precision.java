package dalil.events.time;

/**
 * How finely a date is known. DAY is exactly one day; every other value spans several. Digits left open take the precision of what is
 * known: {@code 1985-04-XX} is MONTH, {@code 2004-XX} is YEAR, {@code 201X} is DECADE.
 */
public enum Precision {
    DAY,
    MONTH,
    SEASON,
    YEAR,
    DECADE,
    CENTURY,
    /** Between two dates, whatever the precision of each, even if both are the same day. */
    INTERVAL
}
