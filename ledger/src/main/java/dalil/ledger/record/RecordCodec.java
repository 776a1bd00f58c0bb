package dalil.ledger.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dalil.transparency.MalformedException;
import dalil.transparency.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of a record: an RFC 8785 object of strings. The member names are known and sorted and no value needs an escape
 * ({@link FactRecord#checkedName}), so writing is filling a form and reading is holding the bytes against it. A test compares it with
 * the general canonical writer.
 */
public final class RecordCodec {

    private static final String VERSION = "1";

    private RecordCodec() {}

    /** The leaf's bytes. */
    public static byte[] format(FactRecord record) {
        StringBuilder out = new StringBuilder(640);
        out.append("{\"at\":\"");
        RecordTime.append(out, record.at());
        out.append("\",\"id\":\"").append(record.id());
        out.append("\",\"index\":\"").append(record.index());
        out.append("\",\"meta\":\"").append(record.meta().hex());
        out.append("\",\"payload\":\"").append(record.payload().hex());
        out.append("\",\"recorded\":\"");
        RecordTime.append(out, record.recorded());
        out.append("\",\"revision\":\"").append(record.revision());
        Hash sealed = record.sealed();
        if (sealed != null) {
            out.append("\",\"sealed\":\"").append(sealed.hex());
        }
        String stream = record.stream();
        if (stream != null) {
            out.append("\",\"sequence\":\"").append(record.sequence());
            out.append("\",\"stream\":\"").append(stream);
        }
        out.append("\",\"type\":\"").append(record.type());
        out.append("\",\"v\":\"").append(VERSION).append("\"}");
        return out.toString().getBytes(ISO_8859_1);
    }

    /** The record of these bytes; {@link MalformedException} for anything {@link #format} would not have written. */
    public static FactRecord parse(byte[] bytes) {
        RecordForm form = new RecordForm(bytes);
        long at = form.time("{\"at\":\"");
        String id = form.name("\",\"id\":\"");
        long index = form.number("\",\"index\":\"");
        Hash meta = form.hash("\",\"meta\":\"");
        Hash payload = form.hash("\",\"payload\":\"");
        long recorded = form.time("\",\"recorded\":\"");
        String revision = form.name("\",\"revision\":\"");
        @Nullable Hash sealed = form.next("\",\"sealed\":\"") ? form.hash("\",\"sealed\":\"") : null;
        @Nullable String stream = null;
        long sequence = 0;
        if (form.next("\",\"sequence\":\"")) {
            sequence = form.number("\",\"sequence\":\"");
            stream = form.name("\",\"stream\":\"");
        }
        String type = form.name("\",\"type\":\"");
        form.end("\",\"v\":\"" + VERSION + "\"}");
        return new FactRecord(index, id, at, recorded, type, revision, stream, sequence, payload, meta, sealed);
    }
}
