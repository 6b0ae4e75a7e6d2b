package fr.accueil.simulator.twilio;

import fr.accueil.simulator.demo.Businesses;
import fr.accueil.simulator.failure.Endpoint;
import fr.accueil.simulator.failure.Failure;
import fr.accueil.simulator.failure.Failures;
import fr.accueil.simulator.failure.Mode;
import fr.accueil.simulator.world.Sids;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Stands before Twilio's API: every request is written down, must name its account, and may be made to fail.
@Component
@Order(0)
class TwilioApiFilter implements WebFilter {

    private static final long SLOW_MS = 3000;

    private final Businesses businesses;
    private final Failures failures;
    private final ApiRecorder recorder;
    private final JsonMapper json;

    TwilioApiFilter(Businesses businesses, Failures failures, ApiRecorder recorder, JsonMapper json) {
        this.businesses = businesses;
        this.failures = failures;
        this.recorder = recorder;
        this.json = json;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!ApiRequest.isIn(exchange)) {
            return chain.filter(exchange);
        }
        var requestId = Sids.request();
        exchange.getResponse().getHeaders().set("Twilio-Request-Id", requestId);
        exchange.getResponse().getHeaders().set("Twilio-Concurrent-Requests", "1");
        recorder.watch(exchange, requestId);
        return accountIn(exchange)
                .map(account -> proceed(exchange, chain, account))
                .orElseGet(() -> challenge(exchange));
    }

    private Optional<String> accountIn(ServerWebExchange exchange) {
        return Credentials.parse(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(credentials -> businesses.ofAccount(credentials.user()).stream()
                        .anyMatch(business -> credentials.hasPassword(business.authToken())))
                .map(Credentials::user)
                .filter(account ->
                        ownsPath(account, exchange.getRequest().getPath().value()));
    }

    private static boolean ownsPath(String account, String path) {
        var prefix = "/2010-04-01/Accounts/" + account;
        return path.startsWith("/v1/")
                || path.startsWith("/v2/")
                || path.startsWith(prefix + "/")
                || path.equals(prefix + ".json");
    }

    private Mono<Void> challenge(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Twilio API\"");
        return refuse(exchange, TwilioError.unauthorized());
    }

    private Mono<Void> proceed(ServerWebExchange exchange, WebFilterChain chain, String account) {
        exchange.getAttributes().put(ApiRequest.ACCOUNT, account);
        var endpoint = ApiRequest.endpointOf(exchange);
        delayIfSlow(exchange, account, endpoint);
        return refusal(exchange, account, endpoint).orElseGet(() -> chain.filter(exchange));
    }

    private void delayIfSlow(ServerWebExchange exchange, String account, Endpoint endpoint) {
        take(exchange, Mode.SLOW, account, endpoint)
                .ifPresent(slow -> exchange.getResponse()
                        .beforeCommit(() -> Mono.delay(Duration.ofMillis(slow.delayOr(SLOW_MS)))
                                .then()));
    }

    private Optional<Mono<Void>> refusal(ServerWebExchange exchange, String account, Endpoint endpoint) {
        return take(exchange, Mode.TOO_MANY_REQUESTS, account, endpoint)
                .map(failure -> tooMany(exchange, failure))
                .or(() -> take(exchange, Mode.UNAVAILABLE, account, endpoint)
                        .map(_ -> refuse(exchange, TwilioError.unavailable())))
                .or(() -> take(exchange, Mode.ERROR_BEFORE_ACCEPTING, account, endpoint)
                        .map(_ -> refuse(exchange, TwilioError.internal())))
                .or(() -> take(exchange, Mode.REFUSED, account, endpoint)
                        .map(failure -> refuse(exchange, refused(failure))))
                .or(() -> take(exchange, Mode.RESET_BEFORE_ACCEPTING, account, endpoint)
                        .map(_ -> recorder.recordUnanswered(exchange).then(Connections.reset(exchange))));
    }

    private Optional<Failure> take(ServerWebExchange exchange, Mode mode, String account, Endpoint endpoint) {
        var failure = failures.take(mode, account, endpoint);
        failure.ifPresent(_ -> ApiRequest.failed(exchange, mode));
        return failure;
    }

    private Mono<Void> tooMany(ServerWebExchange exchange, Failure failure) {
        if (failure.retryAfterSeconds() != null) {
            exchange.getResponse()
                    .getHeaders()
                    .set(HttpHeaders.RETRY_AFTER, String.valueOf(failure.retryAfterSeconds()));
        }
        return refuse(exchange, new TwilioError(HttpStatus.TOO_MANY_REQUESTS, 20429, "Too Many Requests"));
    }

    private static TwilioError refused(Failure failure) {
        return TwilioError.badRequest(
                failure.code() == null ? 21610 : failure.code(), "Refused on purpose by the simulator");
    }

    private Mono<Void> refuse(ServerWebExchange exchange, TwilioError error) {
        var response = exchange.getResponse();
        exchange.getAttributes().put(ApiRequest.CODE, error.code());
        response.setStatusCode(error.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(
                Mono.fromCallable(() -> response.bufferFactory().wrap(json.writeValueAsBytes(error.toJson()))));
    }
}
