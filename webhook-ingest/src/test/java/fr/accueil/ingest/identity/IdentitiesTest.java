package fr.accueil.ingest.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.accueil.events.ChannelId;
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
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private static final ChannelId CAMELIA = ChannelId.of(Ids.next());
    private static final WhatsAppIdentity MARIE_WITH_BOTH =
            WhatsAppIdentity.of("whatsapp:+33639980012", Optional.of("whatsapp:FR.4081726354091827"));
    private static final WhatsAppIdentity MARIE_HIDDEN =
            WhatsAppIdentity.of("whatsapp:FR.4081726354091827", Optional.empty());

    private final List<BiConsumer<String, @Nullable Envelope>> copies = new ArrayList<>();
    private final Identities identities = identities("k1");

    @Test
    void a_customer_first_seen_by_phone_stays_the_same_when_the_number_is_hidden() {
        link(identities, MARIE_WITH_BOTH);

        assertThat(identities.identify(CAMELIA, MARIE_HIDDEN)).isEqualTo(new KnownCustomer("+33639980012", null));
    }

    @Test
    void and_the_reverse() {
        link(identities, MARIE_HIDDEN);

        assertThat(identities.identify(CAMELIA, MARIE_WITH_BOTH))
                .isEqualTo(new KnownCustomer("whatsapp:FR.4081726354091827", null));
    }

    @Test
    void a_customer_without_a_user_id_is_the_phone_number_and_needs_no_link() {
        var marie = WhatsAppIdentity.of("whatsapp:+33639980012", Optional.empty());

        assertThat(identities.identify(CAMELIA, marie)).isEqualTo(new KnownCustomer("+33639980012", null));
    }

    @Test
    void a_link_is_to_be_written_until_kafka_has_it() {
        assertThat(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten()).isNotNull();
        assertThat(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten()).isNotNull();

        link(identities, MARIE_WITH_BOTH);

        assertThat(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten()).isNull();
    }

    @Test
    void what_another_process_wrote_is_known_once_it_is_read() {
        var link = requireNonNull(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten());

        copies.getFirst().accept(Identities.key(link), envelope(link));
        assertThat(identities.identify(CAMELIA, MARIE_HIDDEN).key()).isEqualTo("+33639980012");

        copies.getFirst().accept(Identities.key(link), null);
        assertThat(identities.identify(CAMELIA, MARIE_HIDDEN).key()).isEqualTo("whatsapp:FR.4081726354091827");
    }

    @Test
    void an_identity_survives_the_rotation_of_the_key_and_moves_to_the_new_one() {
        link(identities, MARIE_WITH_BOTH);
        var old = requireNonNull(
                identities("k1").identify(CAMELIA, MARIE_WITH_BOTH).unwritten());

        var rotated = identities("k2", "k1");
        rotated.remember(old);
        var found = rotated.identify(CAMELIA, MARIE_HIDDEN);
        var moved = requireNonNull(found.unwritten());

        assertThat(found.key()).isEqualTo("+33639980012");
        assertThat(moved.customer()).isEqualTo("+33639980012");
        assertThat(moved.externalUserIdHmac()).isNotEqualTo(old.externalUserIdHmac());

        var later = identities("k2");
        later.remember(moved);
        assertThat(later.identify(CAMELIA, MARIE_HIDDEN)).isEqualTo(new KnownCustomer("+33639980012", null));
    }

    private static void link(Identities identities, WhatsAppIdentity identity) {
        identities.remember(
                requireNonNull(identities.identify(CAMELIA, identity).unwritten()));
    }

    /// With a keyset of these keys, the primary first.
    private Identities identities(String... keys) {
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
