package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.AnswerGiven;
import fr.accueil.events.AssistantEvent.FaqUse;
import fr.accueil.events.AssistantEvent.ModelUsage;
import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.ConversationChanged;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Direction;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.MessageChanged;
import fr.accueil.events.ChangeEvent.Status;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageRead;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.MessageSent;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TranscriptTest extends ServiceTest {

    @Test
    void what_a_customer_writes_stands_in_inbox_and_transcript() {
        var marie = aSalon().marie();
        var at = marie.now();

        var message = marie.says("Bonjour, vous ouvrez à quelle heure le samedi ?", at);

        var row = marie.row();
        assertThat(row.status()).isEqualTo(Status.NEW);
        assertThat(row.unread()).isEqualTo(1);
        assertThat(row.customer().name()).isEqualTo("Marie Lefèvre");
        assertThat(row.customer().phone()).isEqualTo("+33639980012");
        assertThat(row.leader().assistantLeads()).isTrue();
        assertThat(row.leaderNumber()).isEqualTo(1);
        assertThat(row.lastActivityAt()).isEqualTo(at);
        assertThat(row.freeTextUntil()).isEqualTo(at.plus(Duration.ofHours(24)).minus(Duration.ofMinutes(5)));
        assertThat(row.lastMessage()).isEqualTo(marie.transcript().getFirst());
        assertThat(marie.transcript()).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(message);
            assertThat(it.direction()).isEqualTo(Direction.INBOUND);
            assertThat(it.status()).isEqualTo(DeliveryStatus.RECEIVED);
            assertThat(it.author()).isEqualTo(Author.customer("Marie Lefèvre"));
        });
    }

    @Test
    void a_message_that_comes_twice_is_recorded_once() {
        var marie = aSalon().marie();
        var once = marie.received("Bonjour", marie.now());

        events.publish(Topic.INBOUND, once);
        events.publish(Topic.INBOUND, once);
        marie.says("Allô ?");

        assertThat(marie.transcript()).extracting(Message::body).containsExactly("Bonjour", "Allô ?");
        assertThat(marie.row().unread()).isEqualTo(2);
    }

    @Test
    void messages_that_come_out_of_order_stand_in_the_order_they_were_written() {
        var marie = aSalon().marie();
        var now = marie.now();

        marie.says("deux", now);
        marie.says("un", now.minusSeconds(30));
        marie.says("trois", now.plusMillis(5));

        assertThat(marie.transcript()).extracting(Message::body).containsExactly("un", "deux", "trois");
        assertThat(Objects.requireNonNull(marie.row().lastMessage()).body()).isEqualTo("trois");
    }

    @Test
    void an_answer_never_stands_before_its_question_however_wrong_its_clock() {
        var marie = aSalon().marie();
        var question = marie.says("Vous prenez la carte ?");

        var answer = marie.answer("Oui.", marie.now().minusSeconds(60), List.of(question));
        events.publish(Topic.OUTBOUND, answer);
        marie.awaitMessage(it -> it.id().value().equals(answer.id()));

        assertThat(marie.transcript()).extracting(Message::body).containsExactly("Vous prenez la carte ?", "Oui.");
    }

    @Test
    void an_answer_that_is_heard_before_its_question_is_moved_behind_it() {
        var marie = aSalon().marie();
        var question = marie.received("Vous prenez la carte ?", marie.now().plusSeconds(5));
        var answer = marie.answer("Oui.", marie.now(), List.of(MessageId.of(question.id())));

        events.publish(Topic.OUTBOUND, answer);
        marie.awaitMessage(it -> it.id().value().equals(answer.id()));
        assertThat(marie.row().customer().address()).isEqualTo("whatsapp:+33639980012");
        assertThat(marie.row().freeTextUntil()).isNull();
        events.publish(Topic.INBOUND, question);
        marie.awaitMessage(it -> it.id().value().equals(question.id()));

        assertThat(marie.transcript()).extracting(Message::body).containsExactly("Vous prenez la carte ?", "Oui.");
        assertThat(Objects.requireNonNull(marie.row().lastMessage()).body()).isEqualTo("Oui.");
        assertThat(marie.row().customer().name()).isEqualTo("Marie Lefèvre");
    }

    @Test
    void the_assistants_answer_leaves_the_conversation_new_and_shows_its_reasons() {
        var marie = aSalon().marie();
        var faq = FaqId.of(Ids.next());
        var reasons = new Reasons(
                "model",
                "faq",
                faq,
                "Quels sont vos horaires ?",
                0.83,
                List.of(new FaqUse(faq, "Quels sont vos horaires ?", 0.71)),
                Map.of("date", "2026-03-13"),
                "unhappy",
                412L,
                new ModelUsage("small", 2, 812, 64, 103L));
        var question = marie.says("Vous ouvrez quand ?");
        var answer = marie.isAnswered("À 9 h.", question);

        marie.tell(Topic.ASSISTANT, new AnswerGiven(answer, marie.id(), List.of(question), reasons));

        marie.awaitMessage(it -> it.id().equals(answer) && reasons.equals(it.reasons()));
        assertThat(marie.row().status()).isEqualTo(Status.NEW);
        assertThat(marie.row().awaitingPerson()).isFalse();
        assertThat(marie.transcript().getLast().reasons()).isEqualTo(reasons);
        assertThat(marie.transcript().getLast().answers()).containsExactly(question);
    }

    @Test
    void ticks_only_go_forward() {
        var marie = aSalon().marie();
        var answer = marie.isAnswered("À 9 h.", marie.says("Quand ?"));

        marie.tell(Topic.DELIVERY, new MessageDelivered(answer, marie.id(), 0));
        marie.tell(Topic.DELIVERY, new MessageSent(answer, marie.id(), 0));
        marie.tell(Topic.DELIVERY, new MessageAccepted(answer, marie.id(), "SM1", 0));
        marie.tell(Topic.DELIVERY, new MessageRead(answer, marie.id(), 0));

        marie.awaitMessage(it -> it.id().equals(answer) && it.status() == DeliveryStatus.READ);
        assertThat(marie.told(Topic.CHANGES, MessageChanged.class))
                .filteredOn(it -> it.message().id().equals(answer))
                .extracting(it -> it.message().status())
                .containsExactly(DeliveryStatus.QUEUED, DeliveryStatus.DELIVERED, DeliveryStatus.READ);
        assertThat(Objects.requireNonNull(marie.row().lastMessage()).status()).isEqualTo(DeliveryStatus.READ);
    }

    @Test
    void news_and_reasons_that_come_before_their_message_wait_for_it() {
        var marie = aSalon().marie();
        var question = marie.says("Quand ?");
        var answer = marie.answer("À 9 h.", marie.now(), List.of(question));
        var id = MessageId.of(answer.id());
        var reasons = new Reasons("local", "faq", null, null, 0.9);

        marie.tell(Topic.DELIVERY, new MessageDelivered(id, marie.id(), 0));
        marie.tell(Topic.DELIVERY, new MessageAccepted(id, marie.id(), "SM1", 0));
        marie.tell(Topic.ASSISTANT, new AnswerGiven(id, marie.id(), List.of(question), reasons));
        marie.says("Allô ?");
        events.publish(Topic.OUTBOUND, answer);

        marie.awaitMessage(
                it -> it.id().equals(id) && it.status() == DeliveryStatus.DELIVERED && reasons.equals(it.reasons()));
    }

    @Test
    void a_refused_message_says_why_in_words_for_the_manager() {
        var marie = aSalon().marie();
        var answer = marie.isAnswered("À 9 h.", marie.says("Quand ?"));

        marie.tell(
                Topic.DELIVERY,
                new MessageRefused(
                        answer,
                        marie.id(),
                        RefusalReason.PROVIDER_REFUSED,
                        "Ce client ne peut pas recevoir de message WhatsApp.",
                        "63024",
                        0));

        var refused = marie.awaitMessage(it -> it.status() == DeliveryStatus.REFUSED);
        assertThat(refused.failure()).isEqualTo("Ce client ne peut pas recevoir de message WhatsApp.");
    }

    @Test
    void every_change_of_a_conversation_has_a_higher_version() {
        var marie = aSalon().marie();
        marie.isAnswered("À 9 h.", marie.says("Quand ?"));
        var thanks = marie.says("Merci");
        marie.awaitRow(it -> it.lastMessage() != null && it.lastMessage().id().equals(thanks));

        var versions = marie.told(Topic.CHANGES, ConversationChanged.class).stream()
                .map(it -> it.conversation().version())
                .toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates().hasSize(3);
        assertThat(marie.row().version()).isEqualTo(versions.getLast());
    }

    @Test
    void the_assistants_draft_that_a_person_was_before_is_not_what_the_inbox_shows() {
        var marie = aSalon().marie();
        var question = marie.says("Quand ?");
        var draft = marie.isAnswered("À 9 h.", question);
        var before = marie.row();

        marie.tell(
                Topic.DELIVERY,
                new MessageRefused(draft, marie.id(), RefusalReason.HUMAN_LEADS, "Une personne répond.", null, 0));

        var row = marie.awaitRow(it -> it.version() > before.version());
        assertThat(Objects.requireNonNull(row.lastMessage()).id()).isEqualTo(question);
        assertThat(row.lastActivityAt()).isEqualTo(before.lastActivityAt());
        assertThat(marie.row()).isEqualTo(row);
        assertThat(marie.transcript()).extracting(Message::body).containsExactly("Quand ?", "À 9 h.");
    }
}
