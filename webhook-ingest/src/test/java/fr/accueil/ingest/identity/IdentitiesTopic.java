package fr.accueil.ingest.identity;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.accueil.events.Envelope;
import fr.accueil.events.IdentityEvent.IdentityLinked;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import fr.accueil.platform.secrets.Secrets;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The topic of identities in a test's hand: it gives back what the test says, when the test says so.
final class IdentitiesTopic {

    private final List<BiConsumer<String, @Nullable Envelope>> copies = new ArrayList<>();

    /// One instance's copy of it, with a keyset of these keys, the primary first.
    Identities readWith(String... keys) {
        var following = mock(CompactedCopies.class);
        when(following.follow(eq(Topic.IDENTITIES), any())).thenAnswer(call -> {
            copies.add(call.getArgument(1));
            return mock(CompactedCopy.class);
        });
        var secrets = mock(Secrets.class);
        when(secrets.pseudonyms(any(), any()))
                .thenAnswer(call -> Arrays.stream(keys)
                        .map(key -> "%s of %s with %s".formatted(call.getArgument(1), call.getArgument(0), key))
                        .toList());
        return new Identities(following, secrets);
    }

    /// To all instances.
    void givesBack(IdentityLinked link) {
        copies.forEach(it -> it.accept(Identities.key(link), envelope(link)));
    }

    void forgets(IdentityLinked link) {
        copies.forEach(it -> it.accept(Identities.key(link), null));
    }

    private static Envelope envelope(IdentityLinked link) {
        return new Envelope(
                Ids.next(),
                URI.create("/webhook-ingest"),
                Instant.EPOCH,
                link.channel().toString(),
                TenantId.of(Ids.next()),
                null,
                link);
    }
}
