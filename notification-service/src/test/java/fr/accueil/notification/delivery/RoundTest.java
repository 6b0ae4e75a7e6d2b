package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.Author;
import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.DeliveryEvent.MessageNews;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Envelope;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.Topic;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// "Renvoyer" really makes a new attempt, and only of what did not arrive; and what else may be sent again or later.
class RoundTest extends ServiceTest {

    private static final Author SOPHIE = Author.person("sophie", "Sophie");

    @Test
    void what_was_refused_is_attempted_anew_and_tells_its_round() {
        var marie = customer();
        var asked = refused(marie, "Bonjour", 63024);

        marie.isWrittenAgain(asked, 1, 1, soon());

        eventually().until(() -> told(marie, asked).equals(List.of("MessageRefused 0", "MessageAccepted 1")));
        assertThat(TWILIO.posted(marie.address())).extracting(Posted::body).containsExactly("Bonjour", "Bonjour");
    }

    @Test
    void a_round_that_is_known_is_not_opened_twice() {
        var marie = customer();
        var asked = refused(marie, "Bonjour", 63024);

        marie.isWrittenAgain(asked, 1, 1, soon());
        marie.isWrittenAgain(asked, 1, 1, soon());
        var last = marie.isAnsweredBySophie("La suite");

        eventually().until(() -> marie.toldOf(last).contains("MessageAccepted"));
        assertThat(TWILIO.taken(marie.address())).extracting(Posted::body).containsExactly("Bonjour", "La suite");
    }

    @Test
    void only_the_parts_that_did_not_reach_the_customer_go_out_again() {
        var marie = customer();
        var asked = marie.asks("Un mot de plus, encore. ".repeat(150), SOPHIE, 1, soon());
        marie.publish(Topic.OUTBOUND, asked);
        eventually().until(() -> TWILIO.posted(marie.address()).size() == 3);
        var parts = TWILIO.posted(marie.address());
        marie.isReported(parts.get(0), "delivered");
        marie.isReported(parts.get(1), "undelivered", "63024");
        eventually().until(() -> told(marie, asked).contains("MessageRefused 0"));

        marie.isWrittenAgain(asked, 1, 1, soon());

        eventually().until(() -> TWILIO.posted(marie.address()).size() == 4);
        assertThat(TWILIO.posted(marie.address()).getLast().body())
                .isEqualTo(parts.get(1).body());
        eventually().until(() -> told(marie, asked).contains("MessageAccepted 1"));
        marie.isReported(TWILIO.posted(marie.address()).getLast(), "delivered");
        marie.isReported(parts.get(2), "delivered");
        eventually().until(() -> told(marie, asked).contains("MessageDelivered 1"));
    }

    @Test
    void a_late_success_of_an_older_round_still_counts_and_nothing_is_sent() {
        var marie = customer();
        var asked = refusedLater(marie, "Bonjour");
        marie.isReported(TWILIO.posted(marie.address()).getFirst(), "delivered");
        eventually().until(() -> told(marie, asked).contains("MessageDelivered 0"));

        marie.isWrittenAgain(asked, 1, 1, soon());

        eventually().until(() -> told(marie, asked).contains("MessageDelivered 1"));
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
    }

    @Test
    void a_success_that_comes_while_the_new_round_is_under_way_moves_it_forward() {
        var marie = customer();
        var asked = refusedLater(marie, "Bonjour");
        TWILIO.will(marie.address(), Behaviour.askToWait(429, 20429, "1"));
        marie.isWrittenAgain(asked, 1, 1, soon());
        eventually().until(() -> told(marie, asked).contains("MessageDelayed 1"));

        marie.isReported(TWILIO.posted(marie.address()).getFirst(), "read");

        eventually().until(() -> told(marie, asked).contains("MessageRead 1"));
        TWILIO.will(marie.address(), Behaviour.take());
        var last = marie.isAnsweredBySophie("La suite");
        eventually().until(() -> marie.toldOf(last).contains("MessageAccepted"));
        assertThat(TWILIO.taken(marie.address())).extracting(Posted::body).containsExactly("Bonjour", "La suite");
    }

    @Test
    void a_call_that_was_given_up_unconfirmed_is_looked_for_before_it_is_made_again() {
        var marie = customer();
        TWILIO.hide(marie.address());
        TWILIO.will(marie.address(), Behaviour.takeAndFail(500));
        var asked = marie.asks("Bonjour", SOPHIE, 1, soon());
        marie.publish(Topic.OUTBOUND, asked);
        eventually().until(() -> told(marie, asked).contains("MessageRefused 0"));
        var calls = TWILIO.posted(marie.address()).size();
        TWILIO.show(marie.address());
        TWILIO.will(marie.address(), Behaviour.take());

        marie.isWrittenAgain(asked, 1, 1, soon());

        eventually().until(() -> told(marie, asked).contains("MessageAccepted 1"));
        assertThat(TWILIO.posted(marie.address())).hasSize(calls);
    }

    @Test
    void a_call_of_an_earlier_round_that_was_believed_lost_is_looked_for_once_more_before_another_is_made() {
        var marie = customer();
        var asked = lostThenRefused(marie, "Bonjour");
        var looks = TWILIO.listed(marie.address());
        TWILIO.show(marie.address());

        marie.isWrittenAgain(asked, 1, 1, soon());

        eventually().until(() -> told(marie, asked).contains("MessageAccepted 1"));
        assertThat(TWILIO.taken(marie.address())).hasSize(1);
        assertThat(TWILIO.listed(marie.address())).isEqualTo(looks + 1);
    }

    @Test
    void a_call_of_an_earlier_round_that_was_believed_lost_and_arrived_ends_the_new_round() {
        var marie = customer();
        var asked = lostThenRefused(marie, "Bonjour");
        TWILIO.will(marie.address(), Behaviour.askToWait(429, 20429, "1"));
        marie.isWrittenAgain(asked, 1, 1, soon());
        eventually().until(() -> told(marie, asked).contains("MessageDelayed 1"));

        marie.isReported(TWILIO.posted(marie.address()).getFirst(), "delivered");

        eventually().until(() -> told(marie, asked).contains("MessageDelivered 1"));
        TWILIO.will(marie.address(), Behaviour.take());
        var last = marie.isAnsweredBySophie("La suite");
        eventually().until(() -> marie.toldOf(last).contains("MessageAccepted"));
        assertThat(TWILIO.taken(marie.address())).extracting(Posted::body).containsExactly("Bonjour", "La suite");
    }

    @Test
    void what_a_take_over_stopped_can_be_sent_by_a_person() {
        var marie = customer();
        marie.isLedBy(2, Leader.person("sophie", "Sophie"));
        var asked = marie.asks("Nous ouvrons à 9 h.", Author.assistant(), 1, soon());
        marie.publish(Topic.OUTBOUND, asked);
        eventually().until(() -> told(marie, asked).contains("MessageRefused 0"));

        marie.isWrittenAgain(asked, 1, 2, soon());

        eventually().until(() -> told(marie, asked).contains("MessageAccepted 1"));
    }

    @Test
    void a_template_goes_out_after_the_window_and_free_text_does_not() {
        var marie = customer();
        var template = new Template("HX0123456789abcdef0123456789abcdef", Map.of("1", "Marie"));
        var past = Instant.now().minusSeconds(60);
        var asked = marie.asksForTemplate("Bonjour Marie", template, SOPHIE, past);

        marie.publish(Topic.OUTBOUND, asked);
        var text = marie.isWritten("Bonjour", SOPHIE, 1, past);

        eventually().until(() -> told(marie, asked).contains("MessageAccepted 0"));
        eventually().until(() -> marie.toldOf(text).contains("MessageRefused"));
        assertThat(TWILIO.posted(marie.address())).singleElement().satisfies(it -> {
            assertThat(it.form())
                    .containsEntry("ContentSid", template.contentSid())
                    .containsEntry("ContentVariables", "{\"1\":\"Marie\"}")
                    .doesNotContainKey("Body");
            assertThat(it.callback()).containsKeys("conversation", "message", "part", "attempt");
        });
        assertThat(marie.told())
                .filteredOn(MessageRefused.class::isInstance)
                .extracting(it -> ((MessageRefused) it).reason())
                .containsExactly(RefusalReason.WINDOW_CLOSED);
    }

    @Test
    void the_status_of_a_message_that_a_messaging_service_took_goes_forward_too() {
        var marie = customer();
        var message = marie.isAnsweredBySophie("Bonjour");
        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        var call = TWILIO.posted(marie.address()).getFirst();

        List.of("accepted", "queued", "sent", "delivered").forEach(it -> marie.isReported(call, it));

        eventually().until(() -> marie.told().stream().anyMatch(MessageDelivered.class::isInstance));
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted", "MessageSent", "MessageDelivered");
    }

    /// The first call was taken, which neither its answer nor the list said; the next was refused for good.
    private static Envelope lostThenRefused(Customer customer, String text) {
        TWILIO.hide(customer.address());
        TWILIO.will(customer.address(), Behaviour.takeAndFail(500));
        var asked = customer.asks(text, SOPHIE, 1, soon());
        customer.publish(Topic.OUTBOUND, asked);
        eventually().until(() -> TWILIO.posted(customer.address()).size() == 1);
        TWILIO.will(customer.address(), Behaviour.refuse(400, 63024));
        eventually().until(() -> told(customer, asked).contains("MessageRefused 0"));
        TWILIO.will(customer.address(), Behaviour.take());
        return asked;
    }

    private static Envelope refused(Customer customer, String text, int code) {
        TWILIO.will(customer.address(), Behaviour.refuse(400, code));
        var asked = customer.asks(text, SOPHIE, 1, soon());
        customer.publish(Topic.OUTBOUND, asked);
        eventually().until(() -> told(customer, asked).contains("MessageRefused 0"));
        TWILIO.will(customer.address(), Behaviour.take());
        return asked;
    }

    private static Envelope refusedLater(Customer customer, String text) {
        var asked = customer.asks(text, SOPHIE, 1, soon());
        customer.publish(Topic.OUTBOUND, asked);
        eventually().until(() -> told(customer, asked).contains("MessageAccepted 0"));
        customer.isReported(TWILIO.posted(customer.address()).getFirst(), "undelivered", "63024");
        eventually().until(() -> told(customer, asked).contains("MessageRefused 0"));
        return asked;
    }

    private static List<String> told(Customer customer, Envelope asked) {
        return customer.told().stream()
                .filter(it -> it instanceof MessageNews news && news.message().equals(new MessageId(asked.id())))
                .map(RoundTest::nameOf)
                .toList();
    }

    private static String nameOf(DeliveryEvent event) {
        return event.getClass().getSimpleName() + " " + ((MessageNews) event).round();
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofHours(1));
    }
}
