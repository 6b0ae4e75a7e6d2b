package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// HTTP over a socket, for requests that no client would send. One thread's; reuses its connection while the server
/// leaves it open.
final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    RawHttp(int port) {
        this.port = port;
    }

    record Answer(int status, String head) {}

    /// @param last nothing may follow this request on its connection
    /// @throws IOException when there is no answer
    Answer send(byte[] request, boolean last) throws IOException {
        var reused = socket != null;
        try {
            return exchange(request, last);
        } catch (SocketTimeoutException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            if (!reused) {
                throw e;
            }
            // The server may have closed the connection when this request was under way.
            return exchange(request, last);
        }
    }

    private Answer exchange(byte[] request, boolean last) throws IOException {
        var open = socket == null ? open() : socket;
        open.getOutputStream().write(request);
        open.getOutputStream().flush();
        if (last) {
            open.shutdownOutput();
        }
        var answer = read(new String(request, 0, Math.min(5, request.length), US_ASCII).equals("HEAD "));
        if (last || closes(answer)) {
            close();
        }
        return answer;
    }

    private Socket open() throws IOException {
        var opened = new Socket("localhost", port);
        opened.setSoTimeout(PATIENCE_MS);
        opened.setTcpNoDelay(true);
        socket = opened;
        in = new BufferedInputStream(opened.getInputStream());
        return opened;
    }

    /// The answer to a HEAD says how long a body would be, and has none.
    private Answer read(boolean headOnly) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in == null ? -1 : in.read();
            if (next < 0) {
                throw new IOException("no answer, only: " + head);
            }
            head.append((char) next);
        }
        var answer = new Answer(Integer.parseInt(head.substring(9, 12)), head.toString());
        if (in != null && !headOnly) {
            in.skipNBytes(length(answer));
        }
        return answer;
    }

    private static int length(Answer answer) {
        return answer.head()
                .lines()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(it -> it.startsWith("content-length:"))
                .map(it -> Integer.parseInt(
                        it.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(0);
    }

    /// A body without a length is not read: what is wrong enough for one has its connection closed.
    private static boolean closes(Answer answer) {
        var head = answer.head().toLowerCase(Locale.ROOT);
        return head.contains("connection: close")
                || head.contains("transfer-encoding:")
                || !(head.contains("content-length:") || answer.status() == 204 || answer.status() == 304);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        in = null;
    }
}
