package fr.accueil.router.team;

import fr.accueil.events.TenantId;
import java.util.UUID;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Finds the [Member] who asks: the token's subject in the workspace that the header names.
@Component
class MemberArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    static final String WORKSPACE = "X-Accueil-Workspace";

    private final Memberships memberships;

    MemberArgument(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Member.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
        return Mono.defer(() -> member(exchange, workspaceOf(exchange)));
    }

    private Mono<Object> member(ServerWebExchange exchange, TenantId workspace) {
        return exchange.getPrincipal()
                .cast(JwtAuthenticationToken.class)
                .<Object>flatMap(token -> Mono.justOrEmpty(memberships.roleOf(workspace, token.getName()))
                        .map(role -> new Member(workspace, token.getName(), role)))
                .switchIfEmpty(Mono.error(NotAMember::new));
    }

    private static TenantId workspaceOf(ServerWebExchange exchange) {
        // One: of two, whoever checks before us might have believed the other.
        var named = exchange.getRequest().getHeaders().getOrEmpty(WORKSPACE);
        if (named.size() != 1) {
            throw new WorkspaceNotNamed();
        }
        try {
            return TenantId.of(UUID.fromString(named.getFirst()));
        } catch (IllegalArgumentException _) {
            throw new WorkspaceNotNamed();
        }
    }
}
