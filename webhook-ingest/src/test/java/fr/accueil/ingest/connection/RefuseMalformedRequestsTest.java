package fr.accueil.ingest.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import reactor.netty.http.server.HttpServer;

/// A server that has written its answer and still has the books of that exchange open when the next request comes, as
/// a busy machine sometimes leaves it.
class RefuseMalformedRequestsTest {

    private static final int PATIENCE_MS = 10_000;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String TAKEN = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final String MALFORMED = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n";

    @Test
    void a_malformed_request_is_refused_behind_one_that_was_answered() throws IOException {
        var server = new RefuseMalformedRequests()
                .apply(HttpServer.create()
                        .port(0)
                        .doOnConnection(it -> it.addHandlerLast(new NeverWritten()))
                        .handle((_, response) -> response.header("Content-Length", "0")))
                .bindNow();
        try (var socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(PATIENCE_MS);
            assertThat(answerTo(REQUEST, socket, TAKEN.length())).isEqualToIgnoringCase(TAKEN);

            assertThat(answerTo(MALFORMED, socket, Integer.MAX_VALUE))
                    .as("all until the server closes")
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("connection: close\r\n\r\n")
                    .containsOnlyOnce("HTTP/1.1");
        } finally {
            server.disposeNow();
        }
    }

    private static String answerTo(String request, Socket socket, int length) throws IOException {
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return new String(socket.getInputStream().readNBytes(length), US_ASCII);
    }

    /// What it writes is written, but the server is not told.
    private static final class NeverWritten extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            var taken = message instanceof HttpResponse response
                    && response.status().code() == 200;
            context.write(message, taken ? context.newPromise() : promise);
        }
    }
}
