package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Said;
import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageDelayed;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageNews;
import fr.accueil.events.DeliveryEvent.MessageRead;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.MessageSent;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewsTest {

    private static final ConversationId CONVERSATION = ConversationId.of(Ids.next());
    private static final Message QUEUED =
            Said.text(Author.assistant(), "Nous ouvrons à 9 h.", Instant.parse("2026-11-22T09:00:00Z"));
    private static final MessageId ID = QUEUED.id();
    private static final Reasons REASONS = new Reasons("local", "faq", null, null, 0.9);

    private static final MessageNews ACCEPTED = new MessageAccepted(ID, CONVERSATION, "SM1", 0);
    private static final MessageNews SENT = new MessageSent(ID, CONVERSATION, 0);
    private static final MessageNews DELIVERED = new MessageDelivered(ID, CONVERSATION, 0);
    private static final MessageNews READ = new MessageRead(ID, CONVERSATION, 0);
    private static final MessageNews DELAYED = new MessageDelayed(ID, CONVERSATION, "429", 0);
    private static final MessageNews REFUSED =
            new MessageRefused(ID, CONVERSATION, RefusalReason.PROVIDER_REFUSED, "Numéro inconnu.", "63024", 0);

    @Test
    void ticks_never_run_backwards_in_whatever_order_they_come() {
        var events = new java.util.ArrayList<>(List.of(ACCEPTED, SENT, DELIVERED, READ, DELAYED, REFUSED, SENT, READ));
        var random = new Random(42);
        for (int i = 0; i < 500; i++) {
            Collections.shuffle(events, random);

            var message = QUEUED;
            for (var event : events) {
                var next = news(event).onto(message);
                assertThat(next.status()).isGreaterThanOrEqualTo(message.status());
                assertThat(next.version()).isEqualTo(next.equals(message) ? message.version() : message.version() + 1);
                message = next;
            }

            assertThat(message.status()).isEqualTo(DeliveryStatus.READ);
            assertThat(message.failure()).isNull();
        }
    }

    @Test
    void news_kept_for_a_message_that_is_to_come_end_as_news_heard_in_time() {
        var events = new java.util.ArrayList<>(List.of(ACCEPTED, SENT, DELAYED, REFUSED));
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(events, random);

            var kept = News.NONE;
            var heard = QUEUED;
            for (var event : events) {
                kept = kept.and(news(event));
                heard = news(event).onto(heard);
            }

            var later = kept.onto(QUEUED);
            assertThat(later.status()).isEqualTo(heard.status()).isEqualTo(DeliveryStatus.REFUSED);
            assertThat(later.failure()).isEqualTo(heard.failure()).isEqualTo("Numéro inconnu.");
        }
    }

    @Test
    void the_same_news_twice_changes_nothing() {
        var sent = news(SENT).onto(QUEUED);

        assertThat(news(SENT).onto(sent)).isSameAs(sent);
    }

    @Test
    void what_was_refused_and_arrived_after_all_has_no_failure() {
        var arrived = news(DELIVERED).onto(news(REFUSED).onto(QUEUED));

        assertThat(arrived.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(arrived.failure()).isNull();
    }

    @Test
    void reasons_come_once_and_leave_the_delivery_alone() {
        var delivered = news(DELIVERED).onto(QUEUED);

        var explained = News.of(REASONS).onto(delivered);

        assertThat(explained.reasons()).isEqualTo(REASONS);
        assertThat(explained.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(News.of(REASONS).onto(explained)).isSameAs(explained);
    }

    private static News news(MessageNews event) {
        return News.of(Delivery.of(event));
    }
}
