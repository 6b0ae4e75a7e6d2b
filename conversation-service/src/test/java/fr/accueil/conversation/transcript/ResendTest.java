package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.Topic;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ResendTest extends ServiceTest {

    @Test
    void a_refused_message_is_asked_for_again_under_its_own_id_one_round_higher() {
        var salon = aSalon();
        var marie = salon.marie();
        var refused = aRefusedAnswer(marie, RefusalReason.PROVIDER_REFUSED);
        assertThat(refused.resendable()).isTrue();

        var again =
                message(resend(salon, marie, refused.id(), "k").expectStatus().isOk());

        assertThat(again.id()).isEqualTo(refused.id());
        assertThat(again.status()).isEqualTo(DeliveryStatus.QUEUED);
        assertThat(again.round()).isEqualTo(1);
        assertThat(again.failure()).isNull();
        assertThat(again.resendable()).isFalse();
        assertThat(again.at()).isEqualTo(refused.at());
        var asked = events.await(
                Topic.OUTBOUND,
                it -> it.data() instanceof SendMessage send
                        && send.message().equals(refused.id())
                        && send.round() == 1);
        assertThat(asked.id()).isNotEqualTo(refused.id().value());
        assertThat(((SendMessage) asked.data()).freeTextUntil())
                .isEqualTo(marie.row().freeTextUntil());
        assertThat(marie.row().leader().assistantLeads()).isTrue();
        marie.awaitMessage(again::equals);
    }

    @Test
    void of_the_earlier_round_only_that_it_arrived_is_believed() {
        var salon = aSalon();
        var marie = salon.marie();
        var refused = aRefusedAnswer(marie, RefusalReason.PROVIDER_REFUSED);
        resend(salon, marie, refused.id(), "k").expectStatus().isOk();

        refuse(marie, refused.id(), RefusalReason.PROVIDER_REFUSED, 0);
        marie.tell(Topic.DELIVERY, new MessageAccepted(refused.id(), marie.id(), "SM-1", 1));
        var accepted = marie.awaitMessage(
                it -> it.id().equals(refused.id()) && it.status() == DeliveryStatus.ACCEPTED && it.round() == 1);
        marie.tell(Topic.DELIVERY, new MessageDelivered(refused.id(), marie.id(), 0));

        var delivered =
                marie.awaitMessage(it -> it.id().equals(refused.id()) && it.status() == DeliveryStatus.DELIVERED);
        assertThat(delivered.round()).isEqualTo(1);
        assertThat(delivered.version()).isEqualTo(accepted.version() + 1);
    }

    @Test
    void pressing_twice_or_repeating_the_request_asks_once() {
        var salon = aSalon();
        var marie = salon.marie();
        var refused = aRefusedAnswer(marie, RefusalReason.CHANNEL_UNKNOWN);

        var rounds = IntStream.range(0, 5)
                .parallel()
                .mapToObj(_ -> message(resend(salon, marie, refused.id(), "same")
                                .expectStatus()
                                .isOk())
                        .round())
                .distinct()
                .toList();

        assertThat(rounds).containsExactly(1);
        resend(salon, marie, refused.id(), null).expectStatus().isEqualTo(409);
        marie.says("Allô ?");
        await().atMost(PATIENCE)
                .until(() -> marie.told(Topic.OUTBOUND, SendMessage.class).stream()
                                .filter(it -> it.message().equals(refused.id()))
                                .count()
                        == 2);
        var other = aRefusedAnswer(marie, RefusalReason.CHANNEL_UNKNOWN);
        resend(salon, marie, other.id(), "same").expectStatus().isEqualTo(422);
    }

    @Test
    void what_was_not_refused_or_was_the_assistants_draft_cannot_be_sent_again() {
        var salon = aSalon();
        var marie = salon.marie();
        var question = marie.says("Quand ?");
        var queued = marie.isAnswered("À 9 h.", question);
        var dropped = aRefusedAnswer(marie, RefusalReason.HUMAN_LEADS);

        problem(resend(salon, marie, question, "a"), 409, "Renvoi impossible");
        problem(resend(salon, marie, queued, "b"), 409, "Renvoi impossible");
        problem(resend(salon, marie, dropped.id(), "c"), 409, "Renvoi impossible");
        problem(resend(salon, marie, MessageId.of(Ids.next()), "d"), 404, "Message introuvable");
        var karim = salon.thread("Karim B.", "+33639980034");
        karim.says("Bonsoir");
        problem(resend(salon, karim, queued, "e"), 404, "Message introuvable");
    }

    @Test
    void outside_the_window_nothing_is_sent_again() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour", marie.now().minus(Duration.ofHours(25)));
        var refused = aRefusedAnswerTo(marie);

        problem(resend(salon, marie, refused.id(), "k"), 409, "Fenêtre de 24 heures fermée");
        assertThat(Objects.requireNonNull(marie.row().lastMessage()).round()).isZero();
    }

    private static Message aRefusedAnswer(Correspondence marie, RefusalReason reason) {
        marie.says("Vous ouvrez quand ?");
        return refuse(marie, marie.isAnswered("À 9 h."), reason, 0);
    }

    private static Message aRefusedAnswerTo(Correspondence marie) {
        return refuse(marie, marie.isAnswered("À 9 h."), RefusalReason.WINDOW_CLOSED, 0);
    }

    private static Message refuse(Correspondence marie, MessageId answer, RefusalReason reason, int round) {
        marie.tell(Topic.DELIVERY, new MessageRefused(answer, marie.id(), reason, "Refusé.", "63024", round));
        return marie.awaitMessage(it -> it.id().equals(answer) && it.status() == DeliveryStatus.REFUSED);
    }

    private static ResponseSpec resend(Salon salon, Correspondence thread, MessageId message, @Nullable String key) {
        var request = salon.asSophie(
                HttpMethod.POST, "/api/conversations/{id}/messages/{message}/resend", thread.id(), message);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private static void problem(ResponseSpec response, int status, String title) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo(title);
    }

    private static Message message(ResponseSpec response) {
        var message = response.expectBody(Message.class).returnResult().getResponseBody();
        assertThat(message).isNotNull();
        return message;
    }
}
