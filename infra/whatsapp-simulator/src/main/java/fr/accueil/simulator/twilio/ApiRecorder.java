package fr.accueil.simulator.twilio;

import fr.accueil.simulator.ledger.Fact.ApiRequested;
import fr.accueil.simulator.ledger.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Writes every request to Twilio's API into the ledger, before its answer leaves.
@Component
class ApiRecorder {

    private static final String REQUEST_ID = "accueil.twilio.request-id";
    private static final String BEGAN = "accueil.twilio.began";

    private final Ledger ledger;

    ApiRecorder(Ledger ledger) {
        this.ledger = ledger;
    }

    void watch(ServerWebExchange exchange, String requestId) {
        exchange.getAttributes().put(REQUEST_ID, requestId);
        exchange.getAttributes().put(BEGAN, System.nanoTime());
        exchange.getResponse()
                .beforeCommit(() -> record(exchange, exchange.getResponse().getStatusCode()));
    }

    /// For a connection that is cut instead of answered.
    Mono<Void> recordUnanswered(ServerWebExchange exchange) {
        return record(exchange, null);
    }

    private Mono<Void> record(ServerWebExchange exchange, @Nullable HttpStatusCode status) {
        return exchange.getFormData()
                .map(form -> toFact(exchange, Map.copyOf(form), status))
                .map(ledger::append)
                .then();
    }

    private static ApiRequested toFact(
            ServerWebExchange exchange, Map<String, List<String>> form, @Nullable HttpStatusCode status) {
        var request = exchange.getRequest();
        var query = request.getURI().getRawQuery();
        long began = exchange.getRequiredAttribute(BEGAN);
        var failure = ApiRequest.failureOf(exchange);
        return new ApiRequested(
                exchange.getRequiredAttribute(REQUEST_ID),
                exchange.getAttribute(ApiRequest.ACCOUNT),
                request.getMethod().name(),
                request.getURI().getRawPath() + (query == null ? "" : "?" + query),
                form,
                status == null ? null : status.value(),
                exchange.getAttribute(ApiRequest.CODE),
                failure.isEmpty() ? null : failure,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
}
