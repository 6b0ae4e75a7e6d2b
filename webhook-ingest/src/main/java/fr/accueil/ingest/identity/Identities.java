package fr.accueil.ingest.identity;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.IdentityEvent.IdentityLinked;
import fr.accueil.events.Topic;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import fr.accueil.platform.secrets.Secrets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/// Which customer of a channel a WhatsApp user id or phone number is: a local copy of `whatsapp.identities.v1`, which
/// ingest alone writes. A customer who first wrote under a phone number and hides it later stays the same customer, and
/// the reverse.
///
/// Several instances may link one id at once. Then **the first record of the topic counts**, for all of them and for
/// ever: nobody believes a link, not even its own, before the topic says so. Compaction keeps the last record; where
/// that is another one, the next message of the customer writes the first anew.
@Component
public class Identities {

    private static final String BETWEEN = ":";

    private final Map<String, Linked> links = new ConcurrentHashMap<>();
    private final Set<String> overwritten = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<MonoSink<String>>> waiting = new ConcurrentHashMap<>();
    private final Secrets secrets;
    private final CompactedCopy copy;

    Identities(CompactedCopies copies, Secrets secrets) {
        this.secrets = secrets;
        this.copy = copies.follow(Topic.IDENTITIES, this::apply);
    }

    public boolean ready() {
        return copy.ready();
    }

    /// Who this is: what was linked to the user id before, else to the phone number, else the phone number itself, else
    /// the user id.
    public KnownCustomer identify(ChannelId channel, WhatsAppIdentity identity) {
        var customer = find(channel, identity.externalUserId())
                .or(() -> find(channel, identity.phone()))
                .orElseGet(identity::fallback);
        return new KnownCustomer(customer, unwritten(channel, identity.externalUserId(), customer));
    }

    /// The link that a phone number needs when the customer was first seen under a user id: so that a webhook with the
    /// number alone finds them too.
    @Nullable
    IdentityLinked unwrittenPhone(ChannelId channel, WhatsAppIdentity identity, String customer) {
        return customer.equals(identity.phone()) ? null : unwritten(channel, identity.phone(), customer);
    }

    /// Who the topic says that this is, as soon as it says so. To be subscribed to before the link is published, or
    /// after.
    Mono<String> linked(IdentityLinked link) {
        return Mono.create(sink -> await(key(link), sink));
    }

    /// The links of an erased customer that are older than the erasure, by their keys: those that lead to them,
    /// and those that name them.
    List<String> linksOf(Set<String> identities, Instant until) {
        return links.entrySet().stream()
                .filter(it -> !it.getValue().at().isAfter(until))
                .filter(it -> identities.contains(it.getKey())
                        || leadsTo(it.getKey(), it.getValue().customer(), identities))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean leadsTo(String key, String customer, Set<String> identities) {
        var channel = ChannelId.of(key.substring(0, key.indexOf(BETWEEN)));
        return secrets.pseudonyms(channel, customer).stream().anyMatch(it -> identities.contains(key(channel, it)));
    }

    /// The key of a link in its topic.
    public static String key(IdentityLinked link) {
        return key(link.channel(), link.externalUserIdHmac());
    }

    /// A link that was made before the keys were rotated is found under its old pseudonym.
    private Optional<String> find(ChannelId channel, @Nullable String id) {
        return id == null
                ? Optional.empty()
                : secrets.pseudonyms(channel, id).stream()
                        .flatMap(it -> Optional.ofNullable(links.get(key(channel, it))).stream())
                        .map(Linked::customer)
                        .findFirst();
    }

    /// The link that is missing in the topic under the pseudonym of today, or that another one stands behind.
    private @Nullable IdentityLinked unwritten(ChannelId channel, @Nullable String id, String customer) {
        if (id == null) {
            return null;
        }
        var pseudonym = secrets.pseudonyms(channel, id).getFirst();
        var key = key(channel, pseudonym);
        var known = links.get(key);
        return known != null && !overwritten.contains(key)
                ? null
                : new IdentityLinked(channel, pseudonym, known == null ? customer : known.customer());
    }

    /// Waits first and looks then: so nobody misses what comes between.
    private void await(String key, MonoSink<String> sink) {
        waiting.compute(key, (_, others) -> {
            var all = others == null ? new HashSet<MonoSink<String>>() : others;
            all.add(sink);
            return all;
        });
        sink.onDispose(() -> leave(key, sink));
        var known = links.get(key);
        if (known != null) {
            sink.success(known.customer());
        }
    }

    /// Who gives up takes nothing from the others.
    private void leave(String key, MonoSink<String> sink) {
        waiting.computeIfPresent(key, (_, all) -> {
            all.remove(sink);
            return all.isEmpty() ? null : all;
        });
    }

    private static String key(ChannelId channel, String pseudonym) {
        return channel + BETWEEN + pseudonym;
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            links.remove(key);
            overwritten.remove(key);
        } else if (envelope.data() instanceof IdentityLinked link) {
            var first = links.putIfAbsent(key, new Linked(link.customer(), envelope.time()));
            if (first == null || first.customer().equals(link.customer())) {
                overwritten.remove(key);
            } else {
                overwritten.add(key);
            }
            var all = waiting.remove(key);
            if (all != null) {
                all.forEach(it -> it.success(first == null ? link.customer() : first.customer()));
            }
        }
    }

    /// @param at when it was linked
    private record Linked(String customer, Instant at) {}
}
