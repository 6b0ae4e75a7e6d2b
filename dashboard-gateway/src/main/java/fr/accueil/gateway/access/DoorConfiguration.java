package fr.accueil.gateway.access;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What needs a token. Two chains, so that a stale token does no harm where none is needed: there it is not even read.
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    private static final String[] NO_TOKEN_NEEDED = {
        "/api/health",
        "/api/client-config",
        "/api/openapi.json",
        "/api/openapi.json/**",
        "/api/webhooks/**",
        "/api/calendar/*.ics"
    };

    @Bean
    @Order(1)
    SecurityWebFilterChain guardedDoor(ServerHttpSecurity http) {
        return plain(http)
                .securityMatcher(new AndServerWebExchangeMatcher(
                        pathMatchers("/api/**"), new NegatedServerWebExchangeMatcher(pathMatchers(NO_TOKEN_NEEDED))))
                .authorizeExchange(it -> it.anyExchange().authenticated())
                .oauth2ResourceServer(it -> it.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(DoorConfiguration::refuse)
                        .authenticationFailureHandler((exchange, failure) -> refuse(exchange.getExchange(), failure)))
                .exceptionHandling(it -> it.authenticationEntryPoint(DoorConfiguration::refuse))
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain openDoor(ServerHttpSecurity http) {
        return plain(http).authorizeExchange(it -> it.anyExchange().permitAll()).build();
    }

    private static ServerHttpSecurity plain(ServerHttpSecurity http) {
        return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable);
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, AuthenticationException failure) {
        return Mono.error(
                failure instanceof AuthenticationServiceException
                        ? new SignInUnreachable(failure)
                        : new SignInNeeded(failure));
    }
}
