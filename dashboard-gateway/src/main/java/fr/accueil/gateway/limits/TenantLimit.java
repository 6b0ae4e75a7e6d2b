package fr.accueil.gateway.limits;

import fr.accueil.gateway.access.WorkspaceDoor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Each request of a member takes from the share of their workspace. Behind [WorkspaceDoor]: who is no member cannot
/// use up the share of others.
@Component
@Order(-30)
class TenantLimit implements WebFilter {

    private final Shares shares;

    TenantLimit(Shares shares) {
        this.shares = shares;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.justOrEmpty(WorkspaceDoor.admittedTo(exchange))
                .doOnNext(shares::takeForTenant)
                .then(Mono.defer(() -> chain.filter(exchange)));
    }
}
