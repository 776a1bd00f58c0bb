package dalil.command.imports.mapping.value;

import dalil.command.imports.profile.Column;

/** Why a row cannot be recorded. Its detail is shown to whoever imports, so it holds nothing that is protected. */
public final class RowProblem extends RuntimeException {

    private final String column;
    private final String code;

    public RowProblem(String column, String code, String detail) {
        super(detail, null, false, false);
        this.column = column;
        this.code = code;
    }

    public RowProblem(Column column, String code, String detail) {
        this(column.text(), code, detail);
    }

    public String column() {
        return column;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
