package fr.accueil.conversation.team;

import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
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

    private final TenantTransaction transaction;
    private final Members members;
    private final Masks masks;

    MemberArgument(TenantTransaction transaction, Members members, Masks masks) {
        this.transaction = transaction;
        this.members = members;
        this.masks = masks;
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
        var right = rightFor(parameter);
        return Mono.defer(() -> loadMember(exchange, workspaceOf(exchange))).map(member -> {
            if (!right.isOf(member.role())) {
                throw new RightMissing();
            }
            return (Object) member;
        });
    }

    private static Right rightFor(MethodParameter parameter) {
        var needs = parameter.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(parameter.getExecutable() + " does not say what its member needs");
        }
        return needs.value();
    }

    private Mono<Member> loadMember(ServerWebExchange exchange, TenantId workspace) {
        return exchange.getPrincipal()
                .cast(JwtAuthenticationToken.class)
                .flatMap(token -> transaction.in(
                        workspace, members.find(token.getName()).delayUntil(member -> mask(exchange, member))))
                .switchIfEmpty(Mono.error(NotAMember::new));
    }

    private Mono<Void> mask(ServerWebExchange exchange, Member member) {
        return masks.areFor(member)
                .doOnNext(masked -> MaskedAnswers.mask(exchange, masked))
                .then();
    }

    private static TenantId workspaceOf(ServerWebExchange exchange) {
        // One: of two, whoever checks before us might have believed the other.
        var named = exchange.getRequest().getHeaders().getOrEmpty(WORKSPACE);
        if (named.size() != 1) {
            throw new WorkspaceNotNamed();
        }
        try {
            return TenantId.of(UUID.fromString(named.getFirst()));
        } catch (IllegalArgumentException e) {
            throw new WorkspaceNotNamed();
        }
    }
}
