package fr.accueil.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.accueil.events.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who has just come to belong to a workspace goes there at once, while the gateway hears of it a moment later, from
/// Kafka: the answer that says so is kept back until then.
@Component
@Order(-30)
class AwaitMembership implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitMembership.class);

    /// What makes members: the answer is the workspace, or names those that were joined.
    private static final Set<String> JOINING = Set.of("/api/workspaces", "/api/invitations/accept");

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
        if (request.getMethod() != HttpMethod.POST
                || !JOINING.contains(request.getPath().value())) {
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
            var status = getStatusCode();
            if (status == null || !status.is2xxSuccessful()) {
                return super.writeWith(body);
            }
            return DataBufferUtils.join(Flux.from(body))
                    .flatMap(whole -> await(whole).then(Mono.defer(() -> super.writeWith(Mono.just(whole)))));
        }

        private Mono<Void> await(DataBuffer answer) {
            return Flux.defer(() -> Flux.fromIterable(workspacesIn(answer)))
                    .flatMap(id -> memberships.await(id, subject))
                    .then()
                    .timeout(PATIENCE)
                    .onErrorResume(fault -> {
                        LOG.warn("a new member was let go before they were heard of", fault);
                        return Mono.empty();
                    });
        }

        /// @throws RuntimeException when the answer is not as the services describe it
        private List<TenantId> workspacesIn(DataBuffer answer) {
            var body = json.readTree(answer.toString(UTF_8));
            var joined = body.path("workspaces");
            return joined.isArray() ? joined.valueStream().map(Kept::idOf).toList() : List.of(idOf(body));
        }

        private static TenantId idOf(JsonNode workspace) {
            return TenantId.of(workspace.path("id").asString());
        }
    }
}
