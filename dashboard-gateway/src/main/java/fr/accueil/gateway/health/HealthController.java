package fr.accueil.gateway.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.gateway.health.ServiceStandings.Standing;
import fr.accueil.gateway.stream.FeedStanding;
import java.lang.management.ManagementFactory;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What anybody may know. Always 200: what is degraded still serves, and what is down does not answer here.
@RestController
class HealthController {

    private final FeedStanding feed;
    private final ServiceStandings services;

    HealthController(FeedStanding feed, ServiceStandings services) {
        this.feed = feed;
        this.services = services;
    }

    @GetMapping("/api/health")
    ResponseEntity<HealthView> health() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view());
    }

    private HealthView view() {
        var standings = services.now();
        var well = feed.isLive() && standings.values().stream().allMatch(it -> it == Standing.UP);
        return new HealthView(
                well ? Overall.UP : Overall.DEGRADED,
                TimeUnit.MILLISECONDS.toSeconds(
                        ManagementFactory.getRuntimeMXBean().getUptime()),
                feed.word(),
                standings);
    }

    enum Overall {
        @JsonProperty("up")
        UP,
        @JsonProperty("degraded")
        DEGRADED
    }

    record HealthView(Overall status, long uptimeSeconds, String feed, SequencedMap<String, Standing> services) {}
}
