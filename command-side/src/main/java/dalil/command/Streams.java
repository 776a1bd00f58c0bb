package dalil.command;

/** How the streams of records are named: {@code kind/uuid}. */
public final class Streams {

    private Streams() {}

    public static String incident(String id) {
        return "incident/" + id;
    }

    public static String casualty(String id) {
        return "casualty/" + id;
    }

    public static String figure(String id) {
        return "figure/" + id;
    }

    public static String report(String id) {
        return "report/" + id;
    }

    public static String source(String id) {
        return "source/" + id;
    }

    public static String dataset(String id) {
        return "dataset/" + id;
    }

    /** What sort of record a stream is about. */
    public static String kind(String stream) {
        return stream.substring(0, stream.indexOf('/'));
    }

    /** The id in a stream's name. */
    public static String id(String stream) {
        return stream.substring(stream.indexOf('/') + 1);
    }
}
