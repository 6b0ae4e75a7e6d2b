package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.Status;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Envelope;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class WriteTest extends ServiceTest {

    @Test
    void a_person_who_writes_takes_over_and_the_message_is_queued_behind_the_take_over() {
        var salon = aSalon();
        var marie = salon.marie();
        var question = marie.says("Vous ouvrez quand ?");

        var written = message(write(salon, salon.sophie(), marie, "À 9 h, à samedi !", "k1")
                .expectStatus()
                .isCreated());

        assertThat(written.status()).isEqualTo(DeliveryStatus.QUEUED);
        assertThat(written.author()).isEqualTo(Author.person(salon.sophie().subject(), "Sophie Camélia"));
        assertThat(written.answers()).containsExactly(question);
        var send = events.await(
                Topic.OUTBOUND, SendMessage.class, it -> it.message().equals(written.id()));
        assertThat(send.to()).isEqualTo("whatsapp:+33639980012");
        assertThat(send.channel()).isEqualTo(salon.channel().id());
        assertThat(send.leaderNumber()).isEqualTo(2);
        assertThat(send.freeTextUntil()).isEqualTo(marie.row().freeTextUntil());
        assertThat(events.seen(Topic.OUTBOUND))
                .filteredOn(it -> it.subject().equals(marie.id().toString()))
                .extracting(Envelope::type)
                .containsExactly("LeadChanged", "SendMessage");
        var row = marie.row();
        assertThat(row.status()).isEqualTo(Status.OPEN);
        assertThat(row.unread()).isZero();
        assertThat(row.leader()).isEqualTo(Leader.person(salon.sophie().subject(), "Sophie Camélia"));
        assertThat(row.lastMessage()).isEqualTo(written);
        events.await(Topic.CHANGES, LeadChanged.class, it -> it.conversation().equals(marie.id()));
    }

    @Test
    void the_same_key_gives_the_same_message_and_one_sending() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Vous ouvrez quand ?");

        var ids = IntStream.range(0, 6)
                .parallel()
                .mapToObj(_ -> message(write(salon, salon.sophie(), marie, "À 9 h.", "same")
                                .expectStatus()
                                .is2xxSuccessful())
                        .id())
                .distinct()
                .toList();
        write(salon, salon.sophie(), marie, "Et le soir ?", "other")
                .expectStatus()
                .isCreated();
        marie.awaitMessage(it -> it.body().equals("Et le soir ?"));

        assertThat(ids).hasSize(1);
        assertThat(marie.transcript())
                .extracting(Message::body)
                .containsExactly("Vous ouvrez quand ?", "À 9 h.", "Et le soir ?");
        await().atMost(PATIENCE)
                .until(() -> marie.told(Topic.OUTBOUND, SendMessage.class).size() == 2);
    }

    @Test
    void a_key_that_stood_for_another_text_is_refused() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Vous ouvrez quand ?");
        write(salon, salon.sophie(), marie, "À 9 h.", "k").expectStatus().isCreated();

        write(salon, salon.sophie(), marie, "À 10 h.", "k").expectStatus().isEqualTo(422);
    }

    @Test
    void two_colleagues_may_use_the_same_key() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Vous ouvrez quand ?");

        write(salon, salon.sophie(), marie, "À 9 h.", "1").expectStatus().isCreated();
        write(salon, salon.lea(), marie, "Bonjour Marie !", "1").expectStatus().isCreated();

        assertThat(marie.row().leader().person()).isEqualTo(salon.sophie().subject());
    }

    @Test
    void a_person_answers_what_was_not_answered_and_nothing_twice() {
        var salon = aSalon();
        var marie = salon.marie();
        var answered = marie.says("Vous ouvrez quand ?");
        marie.isAnswered("À 9 h.", answered);
        var handedOver = marie.says("Passez-moi quelqu'un");
        marie.isHandedOver(HandoverReason.CUSTOMER_ASKED, handedOver);
        var open = marie.says("Allô ?");

        var written = message(write(salon, salon.sophie(), marie, "Me voici.", "k")
                .expectStatus()
                .isCreated());

        assertThat(written.answers()).containsExactly(open);
        assertThat(marie.row().awaitingPerson()).isFalse();
    }

    @Test
    void free_text_is_refused_once_the_window_is_closed() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour", marie.now().minus(Duration.ofHours(24)));

        write(salon, salon.sophie(), marie, "Bonjour Marie", "k")
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Fenêtre de 24 heures fermée");
        assertThat(marie.row().leader().assistantLeads()).isTrue();
    }

    @Test
    void what_cannot_be_sent_is_refused_in_french() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");

        for (var body : new String[] {"", "   ", "é".repeat(4097)}) {
            write(salon, salon.sophie(), marie, body, "k")
                    .expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.title")
                    .isEqualTo("Demande incorrecte")
                    .jsonPath("$.detail")
                    .value(String.class, it -> assertThat(it).startsWith("Le message"));
        }
        write(salon, salon.sophie(), marie, "é".repeat(4096), "k")
                .expectStatus()
                .isCreated();
    }

    @Test
    void what_the_assistant_was_answering_just_then_is_not_answered_twice() {
        var salon = aSalon();
        var marie = salon.marie();
        var question = marie.says("Vous ouvrez quand ?");
        var written = message(write(salon, salon.sophie(), marie, "À 9 h, à samedi !", "k")
                .expectStatus()
                .isCreated());
        assertThat(written.answers()).containsExactly(question);

        var late = marie.isAnswered("À 9 h.", question);
        assertThat(answersOf(marie, written)).containsExactly(question);
        marie.tell(Topic.DELIVERY, new MessageAccepted(late, marie.id(), "SM-late", 0));

        var shown = marie.awaitMessage(
                it -> it.id().equals(written.id()) && it.answers().isEmpty());
        assertThat(shown.version()).isEqualTo(written.version() + 1);
        assertThat(answersOf(marie, written)).isEmpty();
        assertThat(message(write(salon, salon.sophie(), marie, "Bonne journée", "k2"))
                        .answers())
                .isEmpty();
    }

    @Test
    void what_a_dropped_draft_was_to_answer_is_answered_by_the_person() {
        var salon = aSalon();
        var marie = salon.marie();
        var question = marie.says("Vous ouvrez quand ?");
        var written = message(write(salon, salon.sophie(), marie, "À 9 h, à samedi !", "k"));

        var late = marie.isAnswered("À 9 h.", question);
        marie.tell(
                Topic.DELIVERY,
                new MessageRefused(
                        late, marie.id(), RefusalReason.HUMAN_LEADS, "Une personne a pris la main.", null, 0));
        marie.awaitMessage(it -> it.id().equals(late) && it.status() == DeliveryStatus.REFUSED);

        assertThat(answersOf(marie, written)).containsExactly(question);
    }

    private static List<MessageId> answersOf(Correspondence thread, Message message) {
        return thread.transcript().stream()
                .filter(it -> it.id().equals(message.id()))
                .findFirst()
                .orElseThrow()
                .answers();
    }

    private static ResponseSpec write(Salon salon, Member by, Correspondence to, String body, String key) {
        return salon.as(by, HttpMethod.POST, "/api/conversations/{id}/messages", to.id())
                .header("Idempotency-Key", key)
                .bodyValue(Map.of("body", body))
                .exchange();
    }

    private static Message message(ResponseSpec response) {
        var message = response.expectBody(Message.class).returnResult().getResponseBody();
        assertThat(message).isNotNull();
        return message;
    }
}
