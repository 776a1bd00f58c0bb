package dalil.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries connections on to a server, until it is cut: then all of them end, and new ones end at once, before it is mended. */
final class CutLine implements AutoCloseable {

    private final ServerSocket entry;
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CutLine(InetSocketAddress server) throws IOException {
        this.server = server;
        this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(CutLine::end);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                carry(entry.accept());
            } catch (IOException closed) {
                // the loop looks
            }
        }
    }

    private void carry(Socket caller) throws IOException {
        if (cut) {
            end(caller);
            return;
        }
        Socket onward = new Socket();
        open.add(caller);
        open.add(onward);
        onward.connect(server);
        start(() -> pump(caller, onward));
        start(() -> pump(onward, caller));
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException cut) {
            // both ends are closed
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
        entry.close();
    }
}
