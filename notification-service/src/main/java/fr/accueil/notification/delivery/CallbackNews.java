package fr.accueil.notification.delivery;

import fr.accueil.events.ChannelFact.StatusCallbackReceived;
import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.notification.publishing.Announce;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells that Twilio's callbacks come, now and then: who has just connected a number waits for the first. One entry for
/// each channel, at most.
@Component
class CallbackNews {

    private static final URI CALLED = URI.create("/webhook-ingest");
    private static final Duration BETWEEN_TELLING = Duration.ofMinutes(10);

    private final Map<ChannelId, Instant> told = new ConcurrentHashMap<>();
    private final Announce announce;
    private final Clock clock;

    CallbackNews(Announce announce, Clock clock) {
        this.announce = announce;
        this.clock = clock;
    }

    /// @param source of the report: what was looked up at Twilio is no callback
    Mono<Void> heard(TenantId tenant, ChannelId channel, URI source) {
        var now = clock.instant();
        var last = told.get(channel);
        if (!source.equals(CALLED) || (last != null && now.isBefore(last.plus(BETWEEN_TELLING)))) {
            return Mono.empty();
        }
        return announce.announce(
                        Topic.CHANNEL_FACTS, channel.toString(), tenant, null, new StatusCallbackReceived(channel))
                .doOnSuccess(_ -> told.put(channel, now));
    }
}
