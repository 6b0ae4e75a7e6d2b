package fr.accueil.gateway.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.gateway.routing.ServiceSettings;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

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
    /// Reactor Netty's own client: no traces of these looks, and a timeout that leaves nothing half read.
    private final HttpClient http = HttpClient.create()
            .responseTimeout(PATIENCE)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(PATIENCE.toMillis()));

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
                .responseSingle((answer, body) -> body.then(Mono.just(toStanding(answer.status()))))
                .onErrorReturn(IOException.class, Standing.DOWN)
                .onErrorReturn(ChannelException.class, Standing.DOWN);
    }

    private static Standing toStanding(HttpResponseStatus answer) {
        return answer.codeClass() == HttpStatusClass.SUCCESS ? Standing.UP : Standing.DOWN;
    }
}
