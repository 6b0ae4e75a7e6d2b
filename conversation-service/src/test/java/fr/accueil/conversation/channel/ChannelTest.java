package fr.accueil.conversation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Received;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.channel.ChannelView.State;
import fr.accueil.events.ChannelFact;
import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.ChannelFact.RejectionCause;
import fr.accueil.events.ChannelFact.SignatureRejected;
import fr.accueil.events.ChannelFact.WebhooksRefused;
import fr.accueil.events.ChannelRequest.ReconcileChannel;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class ChannelTest extends ServiceTest {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Test
    void a_channel_of_which_nothing_was_heard_is_neither_green_nor_red() {
        var salon = aSalon();

        var channel = look(salon);

        assertThat(channel.id()).isEqualTo(salon.channel().id());
        assertThat(channel.address()).isEqualTo(salon.channel().address());
        assertThat(channel.lastReceivedAt()).isNull();
        assertThat(channel.signature()).isNull();
        assertThat(channel.reconciliation().state()).isEqualTo(State.UNKNOWN);
        assertThat(channel.reconciliation().sentence()).isNotEmpty();
    }

    @Test
    void a_wrong_signature_is_shown_with_its_likely_cause_until_a_right_call_comes() {
        var salon = aSalon();
        var marie = salon.marie();
        tell(salon, now.minusSeconds(60), new SignatureRejected(salon.channel().id(), RejectionCause.OTHER_ADDRESS, 3));
        var channel = lookUntil(salon, it -> it.signature() != null);

        assertThat(channel.signature()).satisfies(it -> {
            assertThat(Objects.requireNonNull(it).count()).isEqualTo(3);
            assertThat(it.sentence()).startsWith("Twilio appelle, mais la signature ne correspond pas. L'adresse");
        });
        marie.sends(Received.text("retrouvé").recovered());
        assertThat(look(salon).signature()).isNotNull();
        assertThat(look(salon).lastReceivedAt()).isNull();

        var at = marie.now();
        marie.says("Bonjour", at);

        assertThat(look(salon).signature()).isNull();
        assertThat(look(salon).lastReceivedAt()).isEqualTo(at);
    }

    @Test
    void the_newest_comparison_counts_whenever_it_comes() {
        var salon = aSalon();
        tell(salon, now, reconciled(salon, 40, 2, 0, null));
        tell(salon, now.minusSeconds(300), reconciled(salon, 38, 0, 5, null));

        var green = lookUntil(salon, it -> it.reconciliation().state() != State.UNKNOWN);
        settle(salon);

        assertThat(look(salon).reconciliation())
                .isEqualTo(green.reconciliation())
                .satisfies(it -> {
                    assertThat(it.state()).isEqualTo(State.GREEN);
                    assertThat(it.checkedAt()).isEqualTo(now);
                    assertThat(it.listed()).isEqualTo(40);
                    assertThat(it.recovered()).isEqualTo(2);
                    assertThat(it.sentence())
                            .isEqualTo("Zéro message perdu : 2 messages ont été retrouvés et ajoutés.");
                });
    }

    @Test
    void what_is_missing_what_failed_and_what_is_old_is_red() {
        assertThat(after(now, reconciled(aSalon(), 40, 0, 1, null)).state()).isEqualTo(State.RED);
        assertThat(after(now.minus(Duration.ofMinutes(31)), reconciled(aSalon(), 40, 0, 0, null))
                        .state())
                .isEqualTo(State.RED);
        assertThat(after(now.minus(Duration.ofMinutes(29)), reconciled(aSalon(), 40, 0, 0, null))
                        .state())
                .isEqualTo(State.GREEN);
        var failed = after(now, reconciled(aSalon(), 0, 0, 0, "Twilio refuse le jeton."));
        assertThat(failed.state()).isEqualTo(State.RED);
        assertThat(failed.sentence()).endsWith("Twilio refuse le jeton.");
    }

    @Test
    void facts_that_are_nobodys_or_not_shown_are_no_poison() {
        var salon = aSalon();
        events.publish(
                Topic.CHANNEL_FACTS,
                new Envelope(
                        Ids.next(), URI.create("/test"), now, "ingest-1", null, null, new ListeningBegan("ingest-1")));
        tell(salon, now, new WebhooksRefused(salon.channel().id(), now, now, 2));

        settle(salon);

        assertThat(look(salon).reconciliation().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void a_person_can_ask_for_a_comparison() {
        var salon = aSalon();

        salon.asSophie(
                        HttpMethod.POST,
                        "/api/channels/{id}/reconciliation",
                        salon.channel().id())
                .exchange()
                .expectStatus()
                .isAccepted();

        var asked = events.await(
                Topic.CHANNEL_REQUESTS,
                it -> it.subject().equals(salon.channel().id().toString()));
        assertThat(asked.data()).isEqualTo(new ReconcileChannel(salon.channel().id()));
        assertThat(asked.tenant()).isEqualTo(salon.id());
    }

    private static ChannelView.Reconciliation after(Instant at, ChannelReconciled fact) {
        var heard = new ChannelFacts.Heard<>(at, fact);
        return Assessment.reconciliation(
                new ChannelFacts.Known(null, heard, fact.problem() == null ? heard : null, null, false, null),
                Instant.now());
    }

    private static ChannelReconciled reconciled(
            Salon salon, int listed, int recovered, int missing, @Nullable String problem) {
        var until = Instant.parse("2026-11-22T14:00:00Z");
        return new ChannelReconciled(
                salon.channel().id(), until.minusSeconds(3600), until, listed, recovered, missing, problem);
    }

    /// What was told before of this channel has been heard once this is.
    private void settle(Salon salon) {
        tell(salon, now, new SignatureRejected(salon.channel().id(), RejectionCause.UNKNOWN, 1));
        lookUntil(salon, it -> it.signature() != null);
    }

    private void tell(Salon salon, Instant at, ChannelFact fact) {
        events.publish(
                Topic.CHANNEL_FACTS,
                new Envelope(
                        Ids.next(),
                        URI.create("/test"),
                        at,
                        salon.channel().id().toString(),
                        salon.id(),
                        null,
                        fact));
    }

    private static ChannelView lookUntil(Salon salon, Predicate<ChannelView> fits) {
        return await().atMost(PATIENCE).until(() -> look(salon), fits);
    }

    private static ChannelView look(Salon salon) {
        var page = salon.asSophie(HttpMethod.GET, "/api/channels")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ChannelPage.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(page).items().getFirst();
    }
}
