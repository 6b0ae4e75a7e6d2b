package fr.accueil.gateway.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Refuses what is too large: by what it says of itself before a byte of it is read, else once too much has come. How
/// large a webhook may be is ingest's to say.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class BodyLimit implements WebFilter {

    private final LimitSettings settings;
    private final Counter refused;

    BodyLimit(LimitSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.refused = meters.counter("accueil.limits.refused", "limit", "body");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (BrowserApi.isWebhook(request)) {
            return chain.filter(exchange);
        }
        var limit = settings.larger().getOrDefault(request.getPath().value(), settings.body());
        if (request.getHeaders().getContentLength() > limit.toBytes()) {
            return Mono.error(() -> refusal(limit));
        }
        return chain.filter(
                exchange.mutate().request(new Counted(request, limit)).build());
    }

    private BodyTooLarge refusal(DataSize limit) {
        refused.increment();
        return new BodyTooLarge(limit);
    }

    private class Counted extends ServerHttpRequestDecorator {

        private final DataSize limit;

        Counted(ServerHttpRequest request, DataSize limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                var come = new AtomicLong();
                return super.getBody().doOnNext(it -> count(it, come));
            });
        }

        private void count(DataBuffer part, AtomicLong come) {
            if (come.addAndGet(part.readableByteCount()) > limit.toBytes()) {
                DataBufferUtils.release(part);
                throw refusal(limit);
            }
        }
    }
}
