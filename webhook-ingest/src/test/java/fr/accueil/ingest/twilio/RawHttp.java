package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// HTTP over a socket, for requests that no client would send. One thread's; keeps its connection until the server says
/// that it closes it. Nothing is sent twice: what is not answered is not answered.
final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private int answered;

    RawHttp(int port) {
        this.port = port;
    }

    record Answer(int status, String head) {}

    /// How many were answered on this connection.
    int answered() {
        return answered;
    }

    /// @param last nothing may follow this request on its connection
    /// @throws IOException when there is no answer; says what came instead
    Answer send(byte[] request, boolean last) throws IOException {
        try {
            var answer = exchange(request);
            answered++;
            if (last || closes(answer)) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /// Who is refused for its head may be told so, and find the connection closed, before all of its body is written.
    private Answer exchange(byte[] request) throws IOException {
        var open = socket == null ? open() : socket;
        var headOnly = new String(request, 0, Math.min(5, request.length), US_ASCII).equals("HEAD ");
        try {
            open.getOutputStream().write(request);
        } catch (IOException cutShort) {
            var answer = read(headOnly);
            if (!closes(answer)) {
                throw cutShort;
            }
            return answer;
        }
        return read(headOnly);
    }

    private Socket open() throws IOException {
        var opened = new Socket("localhost", port);
        opened.setSoTimeout(PATIENCE_MS);
        opened.setTcpNoDelay(true);
        socket = opened;
        answered = 0;
        in = new BufferedInputStream(opened.getInputStream());
        return opened;
    }

    /// The answer to a HEAD says how long a body would be, and has none.
    private Answer read(boolean headOnly) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append(next(head));
        }
        var answer = new Answer(Integer.parseInt(head.substring(9, 12)), head.toString());
        if (in != null && !headOnly) {
            in.skipNBytes(length(answer));
        }
        return answer;
    }

    private char next(CharSequence before) throws IOException {
        try {
            var next = in == null ? -1 : in.read();
            if (next >= 0) {
                return (char) next;
            }
        } catch (IOException e) {
            throw new IOException("%s, after \"%s\"".formatted(e, before), e);
        }
        throw new IOException("closed after \"%s\"".formatted(before));
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
