package fr.accueil.gateway.access;

import fr.accueil.events.TenantId;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Turns away who names a workspace that is not theirs, before any service hears of it. The services look again, each
/// for itself; and they alone decide while this gateway does not know the teams yet.
///
/// `/api/me` is for who has not chosen yet, or has just lost what they chose.
@Component
@Order(-40)
public class WorkspaceDoor implements WebFilter {

    private static final String ADMITTED = WorkspaceDoor.class.getName() + ".admitted";
    private static final String WHO_AM_I = "/api/me";

    private final AdmitMember admission;

    WorkspaceDoor(AdmitMember admission) {
        this.admission = admission;
    }

    /// The workspace that this request's person was found to be a member of.
    public static Optional<TenantId> admittedTo(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ADMITTED));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var named = request.getHeaders().getOrEmpty(AdmitMember.WORKSPACE);
        if (named.isEmpty() || request.getPath().value().equals(WHO_AM_I)) {
            return chain.filter(exchange);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(JwtAuthenticationToken.class)
                .doOnNext(it -> admission
                        .tenantOf(it.getToken(), named)
                        .ifPresent(tenant -> exchange.getAttributes().put(ADMITTED, tenant)))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }
}
