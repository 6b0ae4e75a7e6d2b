package fr.accueil.ingest.identity;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.IdentityEvent.IdentityLinked;
import fr.accueil.events.Topic;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import fr.accueil.platform.secrets.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which customer of a channel a WhatsApp user id is: a local copy of `whatsapp.identities.v1`, which ingest alone
/// writes. A customer who first wrote under a phone number and hides it later stays the same customer, and the reverse.
@Component
public class Identities {

    private final Map<String, String> customers = new ConcurrentHashMap<>();
    private final Secrets secrets;
    private final CompactedCopy copy;

    Identities(CompactedCopies copies, Secrets secrets) {
        this.secrets = secrets;
        this.copy = copies.follow(Topic.IDENTITIES, this::apply);
    }

    public boolean ready() {
        return copy.ready();
    }

    /// Who this is: what was linked to the user id before, else the phone number, else the user id. A link that was
    /// made before the keys were rotated is found under its old pseudonym and is to be written under the new one.
    public KnownCustomer identify(ChannelId channel, WhatsAppIdentity identity) {
        var id = identity.externalUserId();
        if (id == null) {
            return new KnownCustomer(identity.fallback(), null);
        }
        var possible = secrets.pseudonyms(channel, id);
        var written = possible.getFirst();
        var customer = possible.stream()
                .flatMap(it -> Optional.ofNullable(customers.get(key(channel, it))).stream())
                .findFirst()
                .orElseGet(identity::fallback);
        return customers.containsKey(key(channel, written))
                ? new KnownCustomer(customer, null)
                : new KnownCustomer(customer, new IdentityLinked(channel, written, customer));
    }

    /// A link that Kafka has acknowledged counts at once, before the copy has read it back.
    public void remember(IdentityLinked link) {
        customers.put(key(link), link.customer());
    }

    /// The key of a link in its topic.
    public static String key(IdentityLinked link) {
        return key(link.channel(), link.externalUserIdHmac());
    }

    private static String key(ChannelId channel, String pseudonym) {
        return channel + ":" + pseudonym;
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            customers.remove(key);
        } else if (envelope.data() instanceof IdentityLinked link) {
            customers.put(key, link.customer());
        }
    }
}
