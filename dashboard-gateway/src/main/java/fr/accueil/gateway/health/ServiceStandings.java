package fr.accueil.gateway.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.gateway.routing.ServiceSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How the services stand, looked at every two seconds, so that who asks never waits.
@Component
class ServiceStandings {

    enum Standing {
        @JsonProperty("up")
        UP,
        @JsonProperty("down")
        DOWN,
        /// Not looked at yet.
        @JsonProperty("unknown")
        UNKNOWN
    }

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final Map<String, URI> services;
    private final WebClient http = WebClient.create();
    private volatile SequencedMap<String, Standing> standings;

    ServiceStandings(ServiceSettings settings) {
        this.services = Map.of(
                "webhook-ingest", settings.ingest(),
                "ai-router", settings.router(),
                "conversation-service", settings.conversation(),
                "notification-service", settings.notification());
        var unknown = new TreeMap<String, Standing>();
        services.keySet().forEach(it -> unknown.put(it, Standing.UNKNOWN));
        this.standings = unknown;
    }

    SequencedMap<String, Standing> now() {
        return standings;
    }

    @Scheduled(fixedDelayString = "2s")
    Mono<Void> look() {
        return Flux.fromIterable(services.entrySet())
                .flatMap(it -> requestStanding(it.getValue()).map(standing -> Map.entry(it.getKey(), standing)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
                .doOnNext(it -> standings = new TreeMap<>(it))
                .then();
    }

    private Mono<Standing> requestStanding(URI service) {
        return http.get()
                .uri(service.resolve("/actuator/health/readiness"))
                .exchangeToMono(it -> it.releaseBody().thenReturn(toStanding(it.statusCode())))
                .timeout(PATIENCE)
                .onErrorReturn(WebClientException.class, Standing.DOWN)
                .onErrorReturn(TimeoutException.class, Standing.DOWN);
    }

    private static Standing toStanding(HttpStatusCode answer) {
        return answer.is2xxSuccessful() ? Standing.UP : Standing.DOWN;
    }
}
