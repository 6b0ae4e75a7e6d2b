package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Twilio's callbacks come in any order and more than once; what the others hear only goes forward.
class StatusTest extends ServiceTest {

    @Test
    void ticks_appear_as_they_come() {
        var marie = customer();
        var message = accepted(marie, "Bonjour");
        var call = call(marie);

        List.of("queued", "sent", "delivered", "read").forEach(it -> marie.isReported(call, it));

        eventually().until(() -> marie.toldOf(message).contains("MessageRead"));
        assertThat(marie.toldOf(message))
                .containsExactly("MessageAccepted", "MessageSent", "MessageDelivered", "MessageRead");
    }

    @Test
    void shuffled_and_repeated_reports_never_go_backwards() {
        var marie = customer();
        var message = accepted(marie, "Bonjour");
        var call = call(marie);

        List.of("delivered", "sent", "delivered", "queued", "read", "sent", "delivered", "failed")
                .forEach(it -> marie.isReported(call, it));
        allReportsAreRead(marie);

        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted", "MessageDelivered", "MessageRead");
    }

    @Test
    void a_failure_for_good_is_said_in_words() {
        var marie = customer();
        var message = accepted(marie, "Bonjour");
        var call = call(marie);

        marie.isReported(call, "undelivered", "63016");

        eventually().until(() -> marie.toldOf(message).contains("MessageRefused"));
        marie.isReported(call, "sent");
        allReportsAreRead(marie);
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted", "MessageRefused");
        assertThat(marie.told())
                .filteredOn(MessageRefused.class::isInstance)
                .extracting(it -> ((MessageRefused) it).errorCode())
                .containsExactly("63016");
    }

    @Test
    void a_failure_that_may_pass_is_tried_again_by_another_attempt() {
        var marie = customer();
        var message = accepted(marie, "Bonjour");

        marie.isReported(call(marie), "failed", "63018");

        eventually().until(() -> TWILIO.posted(marie.address()).size() == 2);
        var second = TWILIO.posted(marie.address()).getLast();
        marie.isReported(second, "delivered");
        eventually().until(() -> marie.toldOf(message).contains("MessageDelivered"));
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted", "MessageDelayed", "MessageDelivered");
        assertThat(second.callback().get("attempt"))
                .isNotEqualTo(call(marie).callback().get("attempt"));
    }

    @Test
    void a_message_in_parts_is_as_far_as_its_slowest_part() {
        var marie = customer();
        var message = accepted(marie, "Un mot de plus. ".repeat(150));
        var parts = TWILIO.posted(marie.address());
        assertThat(parts).hasSize(2);

        marie.isReported(parts.get(1), "read");
        marie.isReported(parts.get(0), "delivered");

        eventually().until(() -> marie.toldOf(message).contains("MessageDelivered"));
        marie.isReported(parts.get(0), "read");
        eventually().until(() -> marie.toldOf(message).contains("MessageRead"));
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted", "MessageDelivered", "MessageRead");
    }

    @Test
    void a_report_that_names_nothing_of_ours_is_known_by_twilios_own_name() {
        var marie = customer();
        var message = accepted(marie, "Bonjour");

        marie.isReported(null, 0, null, call(marie).sid(), "sent", null);

        eventually().until(() -> marie.toldOf(message).contains("MessageSent"));
    }

    @Test
    void reports_of_what_is_not_ours_are_left_alone() {
        var marie = customer();
        var message = accepted(marie, "Bonjour");

        marie.isReported(null, 0, "not-an-id", "SMffffffffffffffffffffffffffffffff", "sent", null);
        marie.isReported(call(marie), "some-new-word");
        marie.isReported(call(marie), "sent");

        eventually().until(() -> marie.toldOf(message).contains("MessageSent"));
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted", "MessageSent");
    }

    @Test
    void another_business_cannot_move_a_message() {
        var marie = customer();
        var message = accepted(marie, "Bonjour");
        var stranger = marie.of(TenantId.of(Ids.next()));

        stranger.isReported(call(marie), "read");
        marie.isReported(call(marie), "sent");

        eventually().until(() -> marie.toldOf(message).contains("MessageSent"));
        assertThat(marie.toldOf(message)).doesNotContain("MessageRead");
    }

    private static MessageId accepted(Customer customer, String text) {
        var message = customer.isAnsweredBySophie(text);
        eventually().until(() -> customer.toldOf(message).contains("MessageAccepted"));
        return message;
    }

    private static Posted call(Customer customer) {
        return TWILIO.posted(customer.address()).getFirst();
    }

    /// Reports of one conversation are read in order: when that of a later message shows, those before it are done.
    private static void allReportsAreRead(Customer customer) {
        var last = accepted(customer, "Dernier");
        customer.isReported(TWILIO.posted(customer.address()).getLast(), "sent");
        eventually().until(() -> customer.toldOf(last).contains("MessageSent"));
    }
}
