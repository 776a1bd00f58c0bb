package dalil.query.question;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A statement in the making. Every value is bound, none is written into the text. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Text with a {@code ?} for each value. */
    public Sql add(String more, Object... bound) {
        text.append(more);
        Collections.addAll(values, bound);
        return this;
    }

    Sql add(Sql more) {
        text.append(more.text);
        values.addAll(more.values);
        return this;
    }

    /** A list of values, {@code [?, ?]}. */
    Sql list(Collection<?> bound) {
        return between("[", bound, "]");
    }

    /** Values to choose from, {@code (?, ?)}. */
    Sql choice(Collection<?> bound) {
        return between("(", bound, ")");
    }

    private Sql between(String open, Collection<?> bound, String close) {
        text.append(open)
                .append(String.join(", ", Collections.nCopies(bound.size(), "?")))
                .append(close);
        values.addAll(bound);
        return this;
    }

    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
