package dalil.command.imports.yaml;

/** Refuses a second entry that nothing tells from the first: neither an id nor a {@code forEach}. */
final class OnlyOne {

    private final String what;
    private boolean there;

    OnlyOne(String what) {
        this.what = what;
    }

    void check(Section section) {
        if (section.has("forEach") || section.has("id")) {
            return;
        }
        if (there) {
            throw section.wrong("an id: is missing, such as {const: second}: nothing else tells this " + what
                    + " from the one before");
        }
        there = true;
    }
}
