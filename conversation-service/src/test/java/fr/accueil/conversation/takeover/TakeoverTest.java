package fr.accueil.conversation.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.AssistantEvent.HandoverRequested;
import fr.accueil.events.ChangeEvent.Conversation;
import fr.accueil.events.ChangeEvent.Status;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class TakeoverTest extends ServiceTest {

    @Test
    void a_take_over_and_a_hand_back_are_told_in_one_order_with_the_messages() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");

        var taken = press(salon, marie, "takeover");
        press(salon, marie, "takeover");
        var back = press(salon, marie, "handback");

        var sophie = Leader.person(salon.sophie().subject(), "Sophie Camélia");
        assertThat(taken.leader()).isEqualTo(sophie);
        assertThat(taken.leaderNumber()).isEqualTo(2);
        assertThat(taken.status()).isEqualTo(Status.OPEN);
        assertThat(back.leader()).isEqualTo(Leader.assistant());
        assertThat(back.version()).isGreaterThan(taken.version());
        marie.awaitRow(it -> it.leaderNumber() == 3);
        for (var topic : List.of(Topic.OUTBOUND, Topic.CHANGES)) {
            events.await(topic, LeadChanged.class, it -> it.conversation().equals(marie.id()) && it.number() == 3);
            assertThat(marie.told(topic, LeadChanged.class))
                    .containsExactly(
                            new LeadChanged(marie.id(), 2, sophie), new LeadChanged(marie.id(), 3, Leader.assistant()));
        }
    }

    @Test
    void who_takes_over_and_gives_back_is_in_the_audit_log_once_for_each() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");

        press(salon, marie, "takeover");
        press(salon, marie, "takeover");
        press(salon, marie, "handback");

        salon.asSophie(HttpMethod.GET, "/api/audit")
                .exchange()
                .expectBody()
                .jsonPath("$.items[*].action")
                .value(it -> assertThat(it).isEqualTo(List.of("conversation_handed_back", "conversation_taken_over")))
                .jsonPath("$.items[0].label")
                .isEqualTo("Marie Lefèvre");
        salon.asSophie(HttpMethod.GET, "/api/audit?kind=conversations")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2);
        salon.asSophie(HttpMethod.GET, "/api/audit?kind=team")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        salon.asSophie(HttpMethod.GET, "/api/audit?kind=weather")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void the_assistants_hand_over_awaits_a_person_and_silences_the_assistant() {
        var salon = aSalon();
        var marie = salon.marie();
        var question = marie.says("Je veux parler à quelqu'un");

        var row = marie.isHandedOver(HandoverReason.CUSTOMER_ASKED, question);

        assertThat(row.status()).isEqualTo(Status.OPEN);
        assertThat(row.handoverReason()).isEqualTo(HandoverReason.CUSTOMER_ASKED);
        assertThat(row.leader()).isEqualTo(Leader.nobody());
        assertThat(row.leaderNumber()).isEqualTo(2);
        events.await(
                Topic.OUTBOUND, LeadChanged.class, it -> it.equals(new LeadChanged(marie.id(), 2, Leader.nobody())));
        assertThat(press(salon, marie, "takeover").awaitingPerson()).isFalse();
    }

    @Test
    void what_is_urgent_is_shown_so_whatever_else_it_is() {
        var marie = aSalon().marie();
        var question = marie.says("Ça sent le gaz, passez-moi quelqu'un !");

        marie.tell(
                Topic.ASSISTANT,
                new HandoverRequested(
                        marie.id(), List.of(question), HandoverReason.CUSTOMER_ASKED, null, null, 1, true));

        assertThat(marie.awaitRow(Conversation::awaitingPerson).handoverReason())
                .isEqualTo(HandoverReason.URGENT);
    }

    @Test
    void a_hand_over_that_is_heard_before_its_message_counts() {
        var marie = aSalon().marie();
        var question = marie.received("Passez-moi quelqu'un", marie.now());
        var answers = List.of(MessageId.of(question.id()));

        marie.tell(
                Topic.ASSISTANT,
                new HandoverRequested(marie.id(), answers, HandoverReason.CUSTOMER_ASKED, null, null, 1, false));
        events.await(Topic.CHANGES, LeadChanged.class, it -> it.conversation().equals(marie.id()));
        events.publish(Topic.INBOUND, question);

        var row = marie.awaitRow(it -> it.lastMessage() != null);
        assertThat(row.awaitingPerson()).isTrue();
        assertThat(row.leaderNumber()).isEqualTo(2);
    }

    @Test
    void reading_brings_the_unread_to_nothing_and_opens() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");
        marie.says("Vous êtes là ?");

        var read = press(salon, marie, "read");

        assertThat(read.unread()).isZero();
        assertThat(read.status()).isEqualTo(Status.OPEN);
        assertThat(press(salon, marie, "read").version()).isEqualTo(read.version());
    }

    private static Conversation press(Salon salon, Correspondence thread, String button) {
        var row = salon.asSophie(HttpMethod.POST, "/api/conversations/{id}/" + button, thread.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Conversation.class)
                .returnResult()
                .getResponseBody();
        assertThat(row).isNotNull();
        return row;
    }
}
