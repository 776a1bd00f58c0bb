package dalil.ledger.mongo;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.ByteBufNIO;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/** Stands between driver and server, reads the commands (OP_MSG) that pass, and does harm to those that a plan fits. */
final class CommandProxy implements AutoCloseable {

    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;

    private final int server;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile List<Plan> plans = List.of();

    /**
     * Harm to the next commands that fit.
     *
     * @param fits which commands
     * @param left how many of them
     * @param lateMillis longer than the driver waits
     */
    record Plan(Predicate<BsonDocument> fits, Harm harm, AtomicInteger left, long lateMillis) {

        boolean takes(BsonDocument command) {
            return fits.test(command) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    /** What is done to a command. */
    sealed interface Harm {}

    /** Harm that needs no number. */
    enum Simple implements Harm {
        /** The server never sees it; the connection breaks. */
        DROPPED,
        /** The server does it; the connection breaks before the answer. */
        ANSWER_DROPPED,
        /** The server does it; the answer comes when nobody waits any more. */
        ANSWER_LATE,
        /** The server gets it when nobody waits any more, and does it. */
        REQUEST_LATE,
        /** The server gets it twice; the driver gets the first answer. */
        TWICE_FIRST_ANSWER,
        /** The server gets it twice; the driver gets the second answer. */
        TWICE_SECOND_ANSWER,
        /** The server does it and says that it does not know whether a majority has it. */
        MAJORITY_UNKNOWN
    }

    /**
     * An error with this code is the answer.
     *
     * @param done whether the server did it all the same
     */
    record Error(int code, boolean done) implements Harm {}

    CommandProxy(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void harm(List<Plan> next) {
        plans = next;
    }

    /** Harms no more; what is held back still goes its way. */
    void heal() {
        plans = List.of();
    }

    /** Waits until nothing is held back. */
    void settle() throws InterruptedException {
        while (pending.get() > 0) {
            Thread.sleep(5);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket driver = listening.accept();
                open.add(driver);
                thread(() -> serve(driver));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "command-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket driver) {
        try (driver;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            DataInputStream fromDriver = new DataInputStream(driver.getInputStream());
            while (true) {
                byte[] request = message(fromDriver);
                Plan harmful = harmful(request);
                if (harmful == null) {
                    driver.getOutputStream().write(asked(upstream, request));
                } else if (!harmed(harmful, request, upstream, driver.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException gone) {
            // one side has closed; so does the other
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(driver);
        }
    }

    private @Nullable Plan harmful(byte[] request) {
        BsonDocument command = command(request);
        if (command != null) {
            for (Plan plan : plans) {
                if (plan.takes(command)) {
                    return plan;
                }
            }
        }
        return null;
    }

    /** Whether the connection lives on. */
    private boolean harmed(Plan with, byte[] request, Socket upstream, OutputStream toDriver)
            throws IOException, InterruptedException {
        if (with.harm() instanceof Error error) {
            if (error.done()) {
                asked(upstream, request);
            }
            toDriver.write(answer(request, failure(error.code())));
            return true;
        }
        switch ((Simple) with.harm()) {
            case DROPPED -> {
                return false;
            }
            case ANSWER_DROPPED -> {
                asked(upstream, request);
                return false;
            }
            case ANSWER_LATE -> {
                byte[] answer = asked(upstream, request);
                Thread.sleep(with.lateMillis());
                toDriver.write(answer);
            }
            case REQUEST_LATE -> {
                pending.incrementAndGet();
                try {
                    Thread.sleep(with.lateMillis());
                    asked(upstream, request);
                } finally {
                    pending.decrementAndGet();
                }
                return false;
            }
            case TWICE_FIRST_ANSWER -> {
                byte[] answer = asked(upstream, request);
                asked(upstream, request);
                toDriver.write(answer);
            }
            case TWICE_SECOND_ANSWER -> {
                asked(upstream, request);
                toDriver.write(asked(upstream, request));
            }
            case MAJORITY_UNKNOWN -> {
                asked(upstream, request);
                BsonDocument unknown = new BsonDocument("code", new BsonInt32(64))
                        .append("codeName", new BsonString("WriteConcernFailed"))
                        .append("errmsg", new BsonString("waiting for replication timed out"));
                toDriver.write(answer(
                        request,
                        new BsonDocument("ok", new BsonDouble(1))
                                .append("n", new BsonInt32(1))
                                .append("writeConcernError", unknown)));
            }
        }
        return true;
    }

    private static BsonDocument failure(int code) {
        return new BsonDocument("ok", new BsonDouble(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("made up by a test"));
    }

    private static byte[] asked(Socket upstream, byte[] request) throws IOException {
        upstream.getOutputStream().write(request);
        return message(new DataInputStream(upstream.getInputStream()));
    }

    private static byte[] message(DataInputStream from) throws IOException {
        byte[] length = new byte[4];
        from.readFully(length);
        byte[] message = new byte[order(length).getInt()];
        if (message.length < HEADER) {
            throw new EOFException();
        }
        System.arraycopy(length, 0, message, 0, 4);
        from.readFully(message, 4, message.length - 4);
        return message;
    }

    private static ByteBuffer order(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The body of an OP_MSG: after the header the flags, then sections, of which the one of kind 0 is the command. */
    private static @Nullable BsonDocument command(byte[] message) {
        ByteBuffer bytes = order(message);
        if (bytes.getInt(12) != OP_MSG) {
            return null;
        }
        int at = HEADER + 4;
        while (message[at] != 0) {
            at += 1 + bytes.getInt(at + 1);
        }
        return new RawBsonDocument(message, at + 1, bytes.getInt(at + 1));
    }

    private static byte[] answer(byte[] request, BsonDocument body) {
        ByteBufNIO encoded = (ByteBufNIO) new RawBsonDocument(body, new BsonDocumentCodec()).getByteBuffer();
        byte[] document = new byte[encoded.remaining()];
        encoded.get(document);
        int length = HEADER + 4 + 1 + document.length;
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(0)
                .putInt(order(request).getInt(4))
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0)
                .put(document)
                .array();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket driver : open) {
            driver.close();
        }
    }
}
