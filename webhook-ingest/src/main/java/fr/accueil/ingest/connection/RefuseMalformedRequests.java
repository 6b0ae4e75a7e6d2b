package fr.accueil.ingest.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerState;

/// Answers what is no HTTP also where it follows on a request that was answered before it was read to its end.
/// reactor-netty (1.3.8) then completes the old exchange instead of the new one: nothing is written, and the connection
/// hangs until the caller gives up.
@Component
class RefuseMalformedRequests implements NettyServerCustomizer {

    @Override
    public HttpServer apply(HttpServer server) {
        return server.childObserve((connection, state) -> {
            if (state == HttpServerState.REQUEST_DECODING_FAILED) {
                var channel = connection.channel();
                channel.eventLoop().execute(() -> refuse(channel));
            }
        });
    }

    /// As a rule reactor-netty has answered and closed by now.
    private static void refuse(Channel channel) {
        if (channel.isActive()) {
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.EMPTY_BUFFER);
            response.headers()
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, 0)
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
