package dalil.query.format;

/**
 * A column of a table that is given away, and what it means.
 *
 * @param name in the header
 * @param type how it is kept where a format has types
 * @param meaning in plain words, with shape and unit
 */
public record Column(String name, Type type, String meaning) {

    /** The types there are. */
    public enum Type {
        TEXT("VARCHAR"),
        WHOLE_NUMBER("BIGINT"),
        DEGREES("DOUBLE");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    static Column text(String name, String meaning) {
        return new Column(name, Type.TEXT, meaning);
    }

    static Column number(String name, String meaning) {
        return new Column(name, Type.WHOLE_NUMBER, meaning);
    }

    static Column degrees(String name, String meaning) {
        return new Column(name, Type.DEGREES, meaning);
    }
}
