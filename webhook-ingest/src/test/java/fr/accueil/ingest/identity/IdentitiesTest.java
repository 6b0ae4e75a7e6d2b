package fr.accueil.ingest.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Ids;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class IdentitiesTest {

    private static final ChannelId CAMELIA = ChannelId.of(Ids.next());
    private static final WhatsAppIdentity MARIE_WITH_BOTH =
            WhatsAppIdentity.of("whatsapp:+33639980012", Optional.of("whatsapp:FR.4081726354091827"));
    private static final WhatsAppIdentity MARIE_HIDDEN =
            WhatsAppIdentity.of("whatsapp:FR.4081726354091827", Optional.empty());

    private final IdentitiesTopic topic = new IdentitiesTopic();
    private final Identities identities = topic.readWith("k1");

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
    void a_phone_number_alone_finds_who_was_first_seen_under_a_user_id() {
        var alone = WhatsAppIdentity.of("whatsapp:+33639980012", Optional.empty());
        link(identities, MARIE_HIDDEN);
        var key = identities.identify(CAMELIA, MARIE_WITH_BOTH).key();
        topic.givesBack(requireNonNull(identities.unwrittenPhone(CAMELIA, MARIE_WITH_BOTH, key)));

        assertThat(identities.identify(CAMELIA, alone))
                .isEqualTo(new KnownCustomer("whatsapp:FR.4081726354091827", null));
        assertThat(identities.unwrittenPhone(CAMELIA, MARIE_WITH_BOTH, key)).isNull();
    }

    @Test
    void a_phone_number_that_is_the_customers_key_needs_no_link() {
        assertThat(identities.unwrittenPhone(CAMELIA, MARIE_WITH_BOTH, "+33639980012"))
                .isNull();
        assertThat(identities.unwrittenPhone(CAMELIA, MARIE_HIDDEN, "anything")).isNull();
    }

    /// WhatsApp gives a new user id with a new number. One of the two must be known, else nobody can know.
    @Test
    void a_new_user_id_under_the_same_number_is_the_same_customer() {
        link(identities, MARIE_WITH_BOTH);
        var renewed = WhatsAppIdentity.of("whatsapp:+33639980012", Optional.of("whatsapp:FR.999"));
        link(identities, renewed);

        assertThat(identities.identify(CAMELIA, renewed)).isEqualTo(new KnownCustomer("+33639980012", null));
        assertThat(identities
                        .identify(CAMELIA, WhatsAppIdentity.of("whatsapp:FR.999", Optional.empty()))
                        .key())
                .isEqualTo("+33639980012");
    }

    @Test
    void a_new_number_under_the_same_user_id_is_the_same_customer() {
        link(identities, MARIE_WITH_BOTH);
        var moved = WhatsAppIdentity.of("whatsapp:+33639980013", Optional.of("whatsapp:FR.4081726354091827"));

        assertThat(identities.identify(CAMELIA, moved)).isEqualTo(new KnownCustomer("+33639980012", null));
    }

    @Test
    void a_new_number_with_a_new_user_id_is_somebody_new() {
        link(identities, MARIE_WITH_BOTH);
        var stranger = WhatsAppIdentity.of("whatsapp:+33639980013", Optional.of("whatsapp:FR.998"));

        assertThat(identities.identify(CAMELIA, stranger).key()).isEqualTo("+33639980013");
    }

    @Test
    void a_link_is_to_be_written_until_it_is_read_back() {
        assertThat(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten()).isNotNull();
        assertThat(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten()).isNotNull();

        link(identities, MARIE_WITH_BOTH);

        assertThat(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten()).isNull();
    }

    @Test
    void what_was_deleted_is_not_known_any_more() {
        var link = requireNonNull(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten());
        topic.givesBack(link);

        topic.forgets(link);
        assertThat(identities.identify(CAMELIA, MARIE_HIDDEN).key()).isEqualTo("whatsapp:FR.4081726354091827");
    }

    @Test
    void the_first_link_of_the_topic_counts_for_who_waits_before_and_after() {
        var byPhone =
                requireNonNull(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten());
        var hidden = requireNonNull(identities.identify(CAMELIA, MARIE_HIDDEN).unwritten());
        assertThat(byPhone.customer()).isNotEqualTo(hidden.customer());

        var before = StepVerifier.create(identities.linked(hidden))
                .then(() -> topic.givesBack(byPhone))
                .expectNext("+33639980012");
        before.verifyComplete();
        topic.givesBack(hidden);

        StepVerifier.create(identities.linked(hidden))
                .expectNext("+33639980012")
                .verifyComplete();
        assertThat(identities.identify(CAMELIA, MARIE_HIDDEN).key()).isEqualTo("+33639980012");
    }

    @Test
    void who_gives_up_waiting_takes_the_answer_from_nobody_else() {
        var link = requireNonNull(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten());
        var patient = identities.linked(link).toFuture();
        identities.linked(link).subscribe().dispose();

        topic.givesBack(link);

        assertThat(patient).isCompletedWithValue("+33639980012");
    }

    /// Compaction would keep the wrong one.
    @Test
    void a_link_that_another_one_stands_behind_is_written_anew() {
        var byPhone =
                requireNonNull(identities.identify(CAMELIA, MARIE_WITH_BOTH).unwritten());
        var hidden = requireNonNull(identities.identify(CAMELIA, MARIE_HIDDEN).unwritten());
        topic.givesBack(byPhone);
        topic.givesBack(hidden);

        var anew = requireNonNull(identities.identify(CAMELIA, MARIE_HIDDEN).unwritten());
        assertThat(anew).isEqualTo(byPhone);

        topic.givesBack(anew);
        assertThat(identities.identify(CAMELIA, MARIE_HIDDEN)).isEqualTo(new KnownCustomer("+33639980012", null));
    }

    @Test
    void an_identity_survives_the_rotation_of_the_key_and_moves_to_the_new_one() {
        link(identities, MARIE_WITH_BOTH);
        var old = requireNonNull(
                topic.readWith("k1").identify(CAMELIA, MARIE_WITH_BOTH).unwritten());

        var rotated = topic.readWith("k2", "k1");
        topic.givesBack(old);
        var found = rotated.identify(CAMELIA, MARIE_HIDDEN);
        var moved = requireNonNull(found.unwritten());

        assertThat(found.key()).isEqualTo("+33639980012");
        assertThat(moved.customer()).isEqualTo("+33639980012");
        assertThat(moved.externalUserIdHmac()).isNotEqualTo(old.externalUserIdHmac());

        var later = topic.readWith("k2");
        topic.givesBack(moved);
        assertThat(later.identify(CAMELIA, MARIE_HIDDEN)).isEqualTo(new KnownCustomer("+33639980012", null));
    }

    private void link(Identities identities, WhatsAppIdentity identity) {
        topic.givesBack(requireNonNull(identities.identify(CAMELIA, identity).unwritten()));
    }
}
