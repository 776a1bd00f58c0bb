package dalil.events.time;

import java.util.regex.Pattern;

/** Why a text is no date of ours, in words for a documenter. What was typed is not repeated: it may be a name. */
final class EdtfReasons {

    static final String MASK = "X can stand for the last digits only: 201X, 20XX, 2004-XX, 1985-04-XX or 1985-XX-XX";

    private static final Pattern LONG_YEAR = Pattern.compile("[Yy].*|[-+]?[0-9]{5,}.*");
    private static final Pattern SIGNIFICANT_DIGITS = Pattern.compile("[-+]?[0-9]+[SsEe][0-9]+.*");
    private static final Pattern MARK = Pattern.compile("[?~%]");
    private static final Pattern DATE_LIKE = Pattern.compile("[-+0-9Xx?~%]+");

    private EdtfReasons() {}

    static String whyNot(String text) {
        if (text.isEmpty()) {
            return "no date was given; write it as 2020, 2020-10 or 2020-10-05";
        }
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return "a date has no spaces in it";
        }
        if (text.indexOf('[') >= 0 || text.indexOf('{') >= 0) {
            return "sets of dates are not possible; make one claim for each date, or write an interval";
        }
        if (text.contains("..")) {
            return "write an interval with a slash: 1984/1985, 1984/.. or ../1984";
        }
        if (LONG_YEAR.matcher(text).matches()) {
            return "a year has four digits here, from -9999 to 9999, and no letter before it";
        }
        if (SIGNIFICANT_DIGITS.matcher(text).matches()) {
            return "significant digits and exponents are not possible; write a year, a decade (195X) or an interval";
        }
        if (DATE_LIKE.matcher(text).matches()) {
            if (MARK.matcher(text).find()
                    && !MARK.matcher(text.substring(0, text.length() - 1)).find()) {
                return whyNot(text.substring(0, text.length() - 1));
            }
            if (MARK.matcher(text).find()) {
                return "write ?, ~ or % once, after the whole date; % means both";
            }
            if (text.indexOf('X') >= 0 || text.indexOf('x') >= 0) {
                return MASK + "; it is a capital X";
            }
        }
        return "this is not a date; write it as 2020, 2020-10 or 2020-10-05, years before 1 as -0044";
    }

    static String noMonth(String month) {
        int number = Integer.parseInt(month);
        if (number >= 25 && number <= 41) {
            return "of the seasons only 21 spring, 22 summer, 23 autumn and 24 winter are possible";
        }
        if (number >= 21 && number <= 24) {
            return "a season (21 to 24) has no day";
        }
        return "there is no month " + month;
    }
}
