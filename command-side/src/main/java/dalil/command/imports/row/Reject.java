package dalil.command.imports.row;

/**
 * Why a row was not recorded. Never holds content of a column that feeds something protected.
 *
 * @param row counted from 1, without a header line
 * @param column the column or path in the file, or the attribute; empty where it is the row as a whole
 * @param code a stable word
 * @param detail for the person who made the profile or the file
 */
public record Reject(long row, String column, String code, String detail) {}
