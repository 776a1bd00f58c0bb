package dalil.command;

/**
 * A command made from a part of a form that records several things: where a field of it is refused, the form's own pointer is told.
 *
 * @param pointer to the part, for example {@code /casualties/0}
 */
public record PartOfForm(String pointer, StreamCommand command) implements StreamCommand {

    @Override
    public String stream() {
        return command.stream();
    }
}
