package fr.accueil.conversation.channel;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ChannelRequest;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.outbox.Outbox;
import java.net.URI;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks notification-service to look at Twilio for a channel.
@Component
class RequestsTopic {

    private static final URI SOURCE = URI.create("/conversation-service");

    private final Outbox outbox;
    private final Clock clock;

    RequestsTopic(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Void> ask(TenantId tenant, ChannelId channel, ChannelRequest request) {
        var key = channel.toString();
        var envelope = new Envelope(Ids.next(), SOURCE, clock.instant(), key, tenant, null, request);
        return outbox.append(Topic.CHANNEL_REQUESTS, key, envelope);
    }
}
