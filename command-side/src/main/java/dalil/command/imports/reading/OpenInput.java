package dalil.command.imports.reading;

import dalil.events.dataset.DatasetFact.ReadFile;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** A file that is being read: hashed and counted as it is on disk, then gunzipped if it is gzip, then decoded strictly. */
final class OpenInput implements Closeable {

    private static final int BUFFER = 64 * 1024;

    private final MessageDigest sha256 = sha256();
    private final InputStream raw;
    private final Reader text;
    private long bytes;

    /** @param onRead told the number of bytes, each time some were read */
    OpenInput(InputFile file, Charset charset, LongConsumer onRead) throws IOException {
        this.raw = new BufferedInputStream(new Hashed(Files.newInputStream(file.path()), onRead), BUFFER);
        try {
            InputStream content = withoutMark(new BufferedInputStream(gunzipped(raw), BUFFER), charset);
            this.text = new InputStreamReader(
                    content,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException unreadable) {
            raw.close();
            throw unreadable;
        }
    }

    Reader text() {
        return text;
    }

    /** What was read; reads on to the end of the file first. */
    ReadFile finish() throws IOException {
        raw.transferTo(java.io.OutputStream.nullOutputStream());
        return new ReadFile(HexFormat.of().formatHex(sha256.digest()), bytes);
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    /** RFC 1952 section 2.3.1: the magic bytes say it, whatever the file is called. */
    private static InputStream gunzipped(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
        return gzip ? new GZIPInputStream(start, BUFFER) : start;
    }

    /** A byte order mark is not content; one of another charset than declared means that the profile is wrong. */
    private static InputStream withoutMark(InputStream in, Charset charset) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] mark = start.readNBytes(3);
        boolean utf8 = mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf;
        boolean utf16 = mark.length >= 2
                && (mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe
                        || mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff);
        if (utf8 && charset.equals(StandardCharsets.UTF_8)) {
            return start;
        }
        if (utf8 || utf16 && !charset.name().startsWith("UTF-16")) {
            throw new MalformedInput("the file begins with the mark of " + (utf8 ? "UTF-8" : "UTF-16")
                    + ", but the profile says records.charset: "
                    + charset.name().toLowerCase(java.util.Locale.ROOT));
        }
        start.unread(mark);
        return start;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private final class Hashed extends FilterInputStream {

        private final LongConsumer onRead;

        Hashed(InputStream in, LongConsumer onRead) {
            super(in);
            this.onRead = onRead;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count > 0) {
                sha256.update(into, offset, count);
                bytes += count;
                onRead.accept(count);
            }
            return count;
        }
    }
}
