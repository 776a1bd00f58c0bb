package dalil.command.http;

import dalil.command.Recorder;
import dalil.command.Recorder.Recorded;
import dalil.command.StreamCommand;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends commands on and answers; the same for every endpoint. */
public final class Writes {

    /**
     * Writes that may be in progress at once, under the 64 threads of the server: the others answer reads, and say at once that it is
     * too much, which no queue in front of the threads could.
     */
    static final int MOST = 48;

    private final Recorder recorder;
    private final JsonMapper json;
    private final Semaphore free = new Semaphore(MOST);

    public Writes(Recorder recorder, JsonMapper json) {
        this.recorder = recorder;
        this.json = json;
    }

    /** A new record: 201. The same request again gets the same answer. */
    public ResponseEntity<Written> create(WriteCall call, Object form, StreamCommand command) {
        return together(call, form, command.stream(), List.of(command));
    }

    /**
     * Several records in one append: 201.
     *
     * @param about the stream of the record that the answer names
     */
    public ResponseEntity<Written> together(
            WriteCall call, Object form, String about, List<? extends StreamCommand> commands) {
        return answer(HttpStatus.CREATED, call, form, about, commands);
    }

    /** Something more about a record: 201 as well, since a fact was created. */
    public ResponseEntity<Written> add(WriteCall call, Object form, StreamCommand command) {
        return answer(HttpStatus.CREATED, call, form, command.stream(), List.of(command));
    }

    private ResponseEntity<Written> answer(
            HttpStatus status, WriteCall call, Object form, String about, List<? extends StreamCommand> commands) {
        Recorded recorded = record(call, form, about, commands);
        return answer(status, call, recorded, new Written(recorded.id(), recorded.indexes()));
    }

    /** Records and leaves the answer to the caller. */
    public Recorded record(WriteCall call, Object form, String about, List<? extends StreamCommand> commands) {
        if (!free.tryAcquire()) {
            throw new LedgerUnavailable(Reason.BUSY, MOST + " writes are in progress; send the same request again");
        }
        try {
            return recorder.record(call.request(), canonical(call, form), call.actor(), about, commands);
        } finally {
            free.release();
        }
    }

    /** 201 with a body that says more than where it is recorded. */
    public <T> ResponseEntity<T> created(WriteCall call, Recorded recorded, T body) {
        return answer(HttpStatus.CREATED, call, recorded, body);
    }

    private static <T> ResponseEntity<T> answer(HttpStatus status, WriteCall call, Recorded recorded, T body) {
        List<Long> indexes = recorded.indexes();
        return ResponseEntity.status(status)
                .eTag("\"" + recorded.version() + "\"")
                .header("Dalil-Position", String.valueOf(indexes.get(indexes.size() - 1)))
                .header("Idempotency-Key", call.request().toString())
                .body(body);
    }

    /** The operation, who acts, and the body with its members in order: equal exactly when the request is the same. */
    private byte[] canonical(WriteCall call, Object form) {
        ObjectNode request = json.createObjectNode();
        request.put("operation", call.operation());
        request.put("actor", call.actor().subject());
        request.put("role", call.actor().role());
        request.set("body", sorted(json.valueToTree(form)));
        return json.writeValueAsBytes(request);
    }

    private JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var array = json.createArrayNode();
            node.forEach(item -> array.add(sorted(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = json.createObjectNode();
        node.propertyNames().stream().sorted().forEach(name -> {
            if (!node.get(name).isNull()) {
                object.set(name, sorted(node.get(name)));
            }
        });
        return object;
    }
}
