package fr.accueil.gateway.limits;

import fr.accueil.gateway.problem.FrenchProblem;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A token that is not believed takes from the share of its address, which many may have in common: who has a good one
/// never notices. In front of the security chain, whose refusals it sees.
@Component
@Order(-110)
class FailedSignInLimit implements WebFilter {

    private final Shares shares;

    FailedSignInLimit(Shares shares) {
        this.shares = shares;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .doOnError(FailedSignInLimit::isRefusal, _ -> shares.takeForAddress(exchange.getRequest()));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof FrenchProblem problem
                && problem.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED);
    }
}
