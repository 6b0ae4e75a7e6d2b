package fr.accueil.gateway.access;

import fr.accueil.events.TenantId;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who has just come to belong to a workspace goes there at once, while the gateway hears of it a moment later, from
/// Kafka: the answer that says so is kept back until then.
@Component
@Order(-30)
class AwaitMembership implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitMembership.class);

    private static final String OPENING = "/api/workspaces";

    /// After which the answer goes out all the same: it is true, only early.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Memberships memberships;
    private final JsonMapper json;

    AwaitMembership(Memberships memberships, JsonMapper json) {
        this.memberships = memberships;
        this.json = json;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getMethod() != HttpMethod.POST || !request.getPath().value().equals(OPENING)) {
            return chain.filter(exchange);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(JwtAuthenticationToken.class)
                .map(token -> exchange.mutate()
                        .response(new Kept(exchange.getResponse(), token.getName()))
                        .build())
                .defaultIfEmpty(exchange)
                .flatMap(chain::filter);
    }

    private final class Kept extends ServerHttpResponseDecorator {

        private final String subject;

        Kept(ServerHttpResponse response, String subject) {
            super(response);
            this.subject = subject;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            if (getStatusCode() != HttpStatus.CREATED) {
                return super.writeWith(body);
            }
            return DataBufferUtils.join(Flux.from(body))
                    .flatMap(whole -> await(whole).then(Mono.defer(() -> super.writeWith(Mono.just(whole)))));
        }

        private Mono<Void> await(DataBuffer workspace) {
            return Mono.fromSupplier(() -> idIn(workspace))
                    .flatMap(id -> memberships.await(id, subject))
                    .timeout(PATIENCE)
                    .onErrorResume(fault -> {
                        LOG.warn("a new member was let go before they were heard of", fault);
                        return Mono.empty();
                    });
        }

        private TenantId idIn(DataBuffer workspace) {
            try {
                JsonNode body = json.readTree(workspace.toString(java.nio.charset.StandardCharsets.UTF_8));
                return TenantId.of(body.path("id").asString());
            } catch (JacksonException e) {
                throw new IllegalStateException("the answer names no workspace", e);
            }
        }
    }
}
