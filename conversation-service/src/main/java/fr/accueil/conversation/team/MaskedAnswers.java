package fr.accueil.conversation.team;

import fr.accueil.events.MaskedPhones;
import fr.accueil.events.Wire;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Masks customers' phone numbers in every JSON answer to who may not see them: in one place, so that no
/// endpoint can forget it. A business's own numbers stay.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class MaskedAnswers implements WebFilter {

    private static final String MASKED = MaskedAnswers.class.getName();
    private static final String OWN_NUMBERS = "/api/channels";

    /// Said before the answer is written.
    static void mask(ServerWebExchange exchange, boolean masked) {
        exchange.getAttributes().put(MASKED, masked);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getPath().value().startsWith(OWN_NUMBERS)
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate().response(new Masking(exchange)).build());
    }

    private static final class Masking extends ServerHttpResponseDecorator {

        private final ServerWebExchange exchange;

        Masking(ServerWebExchange exchange) {
            super(exchange.getResponse());
            this.exchange = exchange;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return applies()
                    ? DataBufferUtils.join(body).flatMap(it -> super.writeWith(Mono.just(masked(it))))
                    : super.writeWith(body);
        }

        private boolean applies() {
            var type = getHeaders().getContentType();
            return Boolean.TRUE.equals(exchange.getAttribute(MASKED))
                    && type != null
                    && type.isCompatibleWith(MediaType.APPLICATION_JSON);
        }

        private DataBuffer masked(DataBuffer buffer) {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            var json = Wire.json().writeValueAsBytes(MaskedPhones.in(Wire.json().readTree(bytes)));
            getHeaders().setContentLength(json.length);
            return bufferFactory().wrap(json);
        }
    }
}
