package fr.accueil.ingest.facts;

import fr.accueil.events.ChannelFact.WebhooksRefused;
import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.ingest.channel.Channel;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The channels whose valid webhooks were not taken, from when until when: what Twilio has given up on is looked for
/// there. One entry for each channel that exists, at most.
@Component
public class RefusedChannels {

    private final Map<ChannelId, Refused> refused = new ConcurrentHashMap<>();
    private final Clock clock;

    RefusedChannels(Clock clock) {
        this.clock = clock;
    }

    public void note(Channel channel) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        refused.merge(channel.id(), Refused.once(channel, now), (old, _) -> old.oneMore(now));
    }

    List<Refused> pending() {
        return List.copyOf(refused.values());
    }

    /// Kafka has it; what came since is still to be told.
    void told(Refused told) {
        refused.computeIfPresent(
                told.fact().channel(),
                (_, now) -> now.fact().count() == told.fact().count() ? null : now.after(told));
    }

    record Refused(TenantId tenant, WebhooksRefused fact) {

        static Refused once(Channel channel, Instant at) {
            return new Refused(channel.tenant(), new WebhooksRefused(channel.id(), at, at, 1));
        }

        Refused oneMore(Instant at) {
            return new Refused(tenant, new WebhooksRefused(fact.channel(), fact.from(), at, fact.count() + 1));
        }

        Refused after(Refused told) {
            var rest = fact.count() - told.fact().count();
            return new Refused(
                    tenant, new WebhooksRefused(fact.channel(), told.fact().until(), fact.until(), rest));
        }
    }
}
