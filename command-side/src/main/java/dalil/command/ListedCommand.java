package dalil.command;

/** What a dataset lists about one record. */
public interface ListedCommand extends StreamCommand {

    /** The same, of which the files say something later: it must not come back each time they are imported. */
    StreamCommand whenOvertaken();
}
