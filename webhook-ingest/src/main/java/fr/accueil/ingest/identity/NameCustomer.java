package fr.accueil.ingest.identity;

import fr.accueil.events.ChannelId;
import fr.accueil.events.IdentityEvent.IdentityLinked;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.ingest.publishing.Envelopes;
import fr.accueil.ingest.publishing.WhatsAppTopic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Says which customer wrote. An id that was never seen is linked first, and the name is used only once the topic has
/// given it back: so all instances, and all webhooks that arrive together, name the customer alike.
@Component
public class NameCustomer {

    /// What is written is read back within milliseconds. Whom the topic does not confirm for longer than this, Twilio
    /// brings again: under a name of its own, the message might stand in a second conversation for ever.
    private static final Duration READ_BACK = Duration.ofSeconds(2);

    private final Identities identities;
    private final Envelopes envelopes;
    private final WhatsAppTopic topic;

    NameCustomer(Identities identities, Envelopes envelopes, WhatsAppTopic topic) {
        this.identities = identities;
        this.envelopes = envelopes;
        this.topic = topic;
    }

    /// The key that the conversation id is computed from. The error is a [NotConfirmed], or what publishing says.
    public Mono<String> name(ChannelId channel, TenantId tenant, WhatsAppIdentity identity) {
        var known = identities.identify(channel, identity);
        return link(known.unwritten(), tenant)
                .defaultIfEmpty(known.key())
                .flatMap(key -> link(identities.unwrittenPhone(channel, identity, key), tenant)
                        .thenReturn(key));
    }

    /// Empty when there is nothing to link.
    private Mono<String> link(@Nullable IdentityLinked link, TenantId tenant) {
        if (link == null) {
            return Mono.empty();
        }
        var id = Ids.computed(link.channel().value(), "identity", link.externalUserIdHmac(), link.customer());
        return topic.publish(Topic.IDENTITIES, Identities.key(link), envelopes.seal(id, link.channel(), tenant, link))
                .then(identities.linked(link).timeout(READ_BACK, Mono.error(NotConfirmed::new)));
    }
}
