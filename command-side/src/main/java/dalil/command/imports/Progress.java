package dalil.command.imports;

/**
 * How far a run is.
 *
 * @param rows read so far
 * @param bytes read so far, as they are on disk
 * @param totalBytes of all files
 */
public record Progress(long rows, long bytes, long totalBytes) {}
