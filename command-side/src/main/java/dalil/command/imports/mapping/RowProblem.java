package dalil.command.imports.mapping;

import dalil.command.imports.profile.Column;

/** Why a row cannot be recorded. Its detail is shown to whoever imports, so it holds nothing that is protected. */
final class RowProblem extends RuntimeException {

    private final String column;
    private final String code;

    RowProblem(String column, String code, String detail) {
        super(detail, null, false, false);
        this.column = column;
        this.code = code;
    }

    RowProblem(Column column, String code, String detail) {
        this(column.text(), code, detail);
    }

    String column() {
        return column;
    }

    String code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
