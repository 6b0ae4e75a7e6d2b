package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Direction;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageDelayed;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageRead;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.MessageSent;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewsTest {

    private static final ConversationId CONVERSATION = ConversationId.of(Ids.next());
    private static final Message QUEUED = new Message(
            MessageId.of(Ids.next()),
            Direction.OUTBOUND,
            Author.assistant(),
            MessageKind.TEXT,
            "Nous ouvrons à 9 h.",
            Instant.parse("2026-11-22T09:00:00Z"),
            DeliveryStatus.QUEUED,
            null,
            List.of(),
            null,
            1);
    private static final MessageId ID = QUEUED.id();
    private static final Reasons REASONS = new Reasons("local", "faq", null, null, 0.9);

    private static final DeliveryEvent ACCEPTED = new MessageAccepted(ID, CONVERSATION, "SM1");
    private static final DeliveryEvent SENT = new MessageSent(ID, CONVERSATION);
    private static final DeliveryEvent DELIVERED = new MessageDelivered(ID, CONVERSATION);
    private static final DeliveryEvent READ = new MessageRead(ID, CONVERSATION);
    private static final DeliveryEvent DELAYED = new MessageDelayed(ID, CONVERSATION, "429");
    private static final DeliveryEvent REFUSED =
            new MessageRefused(ID, CONVERSATION, RefusalReason.PROVIDER_REFUSED, "Numéro inconnu.", "63024");

    @Test
    void ticks_never_run_backwards_in_whatever_order_they_come() {
        var events = new java.util.ArrayList<>(List.of(ACCEPTED, SENT, DELIVERED, READ, DELAYED, REFUSED, SENT, READ));
        var random = new Random(42);
        for (int i = 0; i < 500; i++) {
            Collections.shuffle(events, random);

            var message = QUEUED;
            for (var event : events) {
                var next = News.of(event).onto(message);
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
                kept = kept.and(News.of(event));
                heard = News.of(event).onto(heard);
            }

            var later = kept.onto(QUEUED);
            assertThat(later.status()).isEqualTo(heard.status()).isEqualTo(DeliveryStatus.REFUSED);
            assertThat(later.failure()).isEqualTo(heard.failure()).isEqualTo("Numéro inconnu.");
            assertThat(kept.providerSid()).isEqualTo("SM1");
        }
    }

    @Test
    void the_same_news_twice_changes_nothing() {
        var sent = News.of(SENT).onto(QUEUED);

        assertThat(News.of(SENT).onto(sent)).isSameAs(sent);
    }

    @Test
    void what_was_refused_and_arrived_after_all_has_no_failure() {
        var arrived = News.of(DELIVERED).onto(News.of(REFUSED).onto(QUEUED));

        assertThat(arrived.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(arrived.failure()).isNull();
    }

    @Test
    void reasons_come_once_and_leave_the_delivery_alone() {
        var delivered = News.of(DELIVERED).onto(QUEUED);

        var explained = News.of(REASONS).onto(delivered);

        assertThat(explained.reasons()).isEqualTo(REASONS);
        assertThat(explained.status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(News.of(REASONS).onto(explained)).isSameAs(explained);
    }
}
