package fr.accueil.gateway.limits;

import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Each request takes from the share of its person, whose name is in the token; without one, from that of its address.
/// Behind the security chain.
@Component
@Order(-50)
class CallerLimit implements WebFilter {

    private final Shares shares;

    CallerLimit(Shares shares) {
        this.shares = shares;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!BrowserApi.isAskedBy(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(JwtAuthenticationToken.class)
                .mapNotNull(JwtAuthenticationToken::getName)
                .doOnNext(shares::takeForPerson)
                .switchIfEmpty(Mono.defer(() -> nobody(exchange)))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<String> nobody(ServerWebExchange exchange) {
        shares.takeForAddress(exchange.getRequest());
        return Mono.empty();
    }
}
