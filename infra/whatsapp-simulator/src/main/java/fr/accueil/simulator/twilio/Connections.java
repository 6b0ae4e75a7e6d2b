package fr.accueil.simulator.twilio;

import io.netty.channel.ChannelOption;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/// Cuts a connection as a network does that fails: a reset, no answer.
final class Connections {

    private Connections() {}

    /// Never completes: there is nobody left to answer.
    static <T> Mono<T> reset(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
            request.withConnection(connection -> {
                connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                connection.channel().close();
            });
            return Mono.never();
        });
    }
}
