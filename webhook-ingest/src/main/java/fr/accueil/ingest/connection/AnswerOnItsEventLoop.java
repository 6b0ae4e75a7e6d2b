package fr.accueil.ingest.connection;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Writes every answer from the event loop of its own connection, whatever thread has found it (Kafka's, a health
/// check's). From another thread, the caller may have the answer and send the next request before the server has closed
/// the books on the first, and then reactor-netty (up to 1.3.7: its issue 4361) sometimes never reads it:
/// Twilio keeps its connections, and would wait for nothing.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerOnItsEventLoop implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest()) instanceof HttpServerRequest request
                ? chain.filter(exchange.mutate()
                        .response(new OnEventLoop(exchange.getResponse(), eventLoop(request)))
                        .build())
                : chain.filter(exchange);
    }

    private static Scheduler eventLoop(HttpServerRequest request) {
        var loop = new AtomicReference<Executor>(Runnable::run);
        request.withConnection(it -> loop.set(it.channel().eventLoop()));
        return Schedulers.fromExecutor(loop.get());
    }

    private static final class OnEventLoop extends ServerHttpResponseDecorator {

        private final Scheduler eventLoop;

        OnEventLoop(ServerHttpResponse response, Scheduler eventLoop) {
            super(response);
            this.eventLoop = eventLoop;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return Mono.defer(() -> isAnswered()
                            ? Flux.from(body).doOnNext(DataBufferUtils::release).then()
                            : getDelegate().writeWith(onEventLoop(body)))
                    .subscribeOn(eventLoop);
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return Mono.defer(() -> getDelegate().writeAndFlushWith(body)).subscribeOn(eventLoop);
        }

        @Override
        public Mono<Void> setComplete() {
            return Mono.defer(() -> isAnswered() ? Mono.empty() : getDelegate().setComplete())
                    .subscribeOn(eventLoop);
        }

        /// Whether the decoder of HTTP has refused the request meanwhile, for what stands in its body. What is written
        /// then would be an error with its stack in the log, for anybody to fill.
        private boolean isAnswered() {
            return ServerHttpResponseDecorator.getNativeResponse(getDelegate()) instanceof HttpServerResponse response
                    && response.hasSentHeaders();
        }

        /// One thing stays one thing: its length becomes a header.
        private Publisher<? extends DataBuffer> onEventLoop(Publisher<? extends DataBuffer> body) {
            return body instanceof Mono<? extends DataBuffer> one
                    ? one.publishOn(eventLoop)
                    : Flux.from(body).publishOn(eventLoop);
        }
    }
}
