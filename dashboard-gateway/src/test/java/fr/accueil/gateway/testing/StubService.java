package fr.accueil.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A service behind the gateway that keeps the very bytes it was asked with, and answers what it was told to.
public final class StubService {

    /// A request as it came over the wire.
    public record Asked(String line, List<String> headers, byte[] body) {

        /// All values of a header, in their order.
        public List<String> header(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(it -> it.substring(start.length()).strip())
                    .toList();
        }
    }

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private final ServerSocket server;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private volatile String answer = OK;
    private volatile long zeros;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong brokenOff = new AtomicLong();

    public StubService() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /// From now on the answer is this, head and body; the connection stays open unless it says otherwise.
    public void answers(String bytes) {
        answer = bytes;
    }

    /// The same, with so many zeros for a body as are never in memory at once.
    public void answersWithZeros(String head, long zeros) {
        written.set(0);
        brokenOff.set(0);
        this.zeros = zeros;
        answer = head;
    }

    public void answersAgain() {
        zeros = 0;
        answer = OK;
    }

    /// How many of the zeros its asker has taken.
    public long written() {
        return written.get();
    }

    /// How often an asker went before it had them all.
    public long brokenOff() {
        return brokenOff.get();
    }

    /// The next request that is no look at its readiness.
    public Asked next() throws InterruptedException {
        while (true) {
            var next = asked.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nobody asked");
            }
            if (!next.line().contains("/actuator/")) {
                return next;
            }
        }
    }

    /// All that came whole since it was told to forget, but looks at its readiness.
    public List<Asked> heard() {
        return asked.stream().filter(it -> !it.line().contains("/actuator/")).toList();
    }

    public long wholeRequests() {
        return heard().size();
    }

    public void forget() {
        asked.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                var head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                var request = new Asked(head.getFirst(), head.subList(1, head.size()), new byte[0]);
                var whole = new Asked(request.line(), request.headers(), body(request, in));
                asked.add(whole);
                if (whole.line().contains("/actuator/")) {
                    connection.getOutputStream().write(OK.getBytes(ISO_8859_1));
                    continue;
                }
                var bytes = answer;
                connection.getOutputStream().write(bytes.getBytes(ISO_8859_1));
                var allTaken = writeZeros(connection.getOutputStream());
                connection.getOutputStream().flush();
                if (!allTaken || bytes.contains("Connection: close") || bytes.isEmpty()) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return whether the asker took them all
    private boolean writeZeros(OutputStream out) {
        var some = new byte[16 * 1024];
        try {
            for (var left = zeros; left > 0; left -= some.length) {
                out.write(some);
                written.addAndGet(some.length);
            }
            return true;
        } catch (IOException _) {
            brokenOff.incrementAndGet();
            return false;
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var it = in.read(); it >= 0; it = in.read()) {
            bytes.write(it);
            var text = bytes.toString(ISO_8859_1);
            if (text.endsWith("\r\n\r\n")) {
                return List.of(text.strip().split("\r\n"));
            }
        }
        return List.of();
    }

    private static byte[] body(Asked request, InputStream in) throws IOException {
        var length = request.header("content-length");
        if (!length.isEmpty()) {
            return in.readNBytes(Integer.parseInt(length.getFirst()));
        }
        if (request.header("transfer-encoding").isEmpty()) {
            return new byte[0];
        }
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(size));
            line(in);
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var it = in.read(); it >= 0 && it != '\n'; it = in.read()) {
            bytes.write(it);
        }
        return bytes.toString(ISO_8859_1).strip();
    }
}
