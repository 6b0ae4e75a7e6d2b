package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.Author;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.RefusalReason;
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
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A customer who wants no more messages gets none, whoever writes them.
class StopTest extends ServiceTest {

    @Test
    void after_stop_only_its_confirmation_goes_out() {
        var marie = customer();
        var confirmation = marie.asks("C'est noté.", Author.assistant(), 1, soon());
        marie.wantsNoMore(new MessageId(confirmation.id()));
        marie.publish(Topic.OUTBOUND, confirmation);

        var assistants = marie.isAnsweredByTheAssistant("Et votre rendez-vous ?");
        var sophies = marie.isAnsweredBySophie("Bonjour, c'est Sophie.");

        eventually().until(() -> marie.toldOf(sophies).contains("MessageRefused"));
        eventually().until(() -> marie.toldOf(new MessageId(confirmation.id())).contains("MessageAccepted"));
        assertThat(marie.toldOf(assistants)).containsExactly("MessageRefused");
        assertThat(TWILIO.posted(marie.address())).extracting(Posted::body).containsExactly("C'est noté.");
        assertThat(refusal(marie, sophies).reason()).isEqualTo(RefusalReason.OPTED_OUT);
        assertThat(refusal(marie, sophies).explanation()).contains("STOP");
    }

    @Test
    void stop_holds_for_what_was_queued_before_it() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.askToWait(429, 20429, "1"));
        var waiting = marie.isAnsweredBySophie("Je reviens");
        eventually().until(() -> marie.toldOf(waiting).contains("MessageDelayed"));

        marie.wantsNoMore(null);

        eventually().until(() -> marie.toldOf(waiting).contains("MessageRefused"));
        assertThat(refusal(marie, waiting).reason()).isEqualTo(RefusalReason.OPTED_OUT);
        assertThat(TWILIO.taken(marie.address())).isEmpty();
    }

    @Test
    void the_confirmation_goes_out_while_a_person_leads() {
        var marie = customer();
        marie.isLedBy(2, Leader.person("sophie", "Sophie"));
        var confirmation = marie.asks("C'est noté.", Author.assistant(), 1, soon());
        marie.wantsNoMore(new MessageId(confirmation.id()));

        marie.publish(Topic.OUTBOUND, confirmation);
        marie.isLedBy(3, Leader.person("luc", "Luc"));

        eventually().until(() -> marie.toldOf(new MessageId(confirmation.id())).contains("MessageAccepted"));
    }

    @Test
    void stop_under_a_phone_number_holds_under_a_user_id_and_the_reverse() {
        var phone = customer();
        var user = phone.at("whatsapp:FR.4081" + phone.address().substring(12));
        phone.wantsNoMore(null);

        var first = user.isAnsweredBySophie("Bonjour");
        eventually().until(() -> user.toldOf(first).contains("MessageRefused"));
        user.wantsMoreAgain();
        var second = phone.isAnsweredBySophie("Bonjour");

        eventually().until(() -> phone.toldOf(second).contains("MessageAccepted"));
        assertThat(TWILIO.posted(user.address())).isEmpty();
    }

    @Test
    void stop_holds_in_another_conversation_with_the_same_address_and_not_with_another() {
        var marie = customer();
        var luc = customer();
        marie.wantsNoMore(null);
        var again = new Customer(events, CAMELIA, CHANNEL, marie.address());

        eventually().untilAsserted(() -> {
            var message = again.isAnsweredBySophie("Bonjour");
            eventually().until(() -> !again.toldOf(message).isEmpty());
            assertThat(again.toldOf(message)).containsExactly("MessageRefused");
        });
        var lucs = luc.isAnsweredBySophie("Bonjour");
        eventually().until(() -> luc.toldOf(lucs).contains("MessageAccepted"));
    }

    @Test
    void a_template_is_stopped_too() {
        var marie = customer();
        marie.wantsNoMore(null);
        var template = new Template("HX0123456789abcdef0123456789abcdef", Map.of());
        var asked = marie.asksForTemplate("Rappel", template, Author.person("sophie", "Sophie"), soon());

        marie.publish(Topic.OUTBOUND, asked);

        eventually().until(() -> marie.toldOf(new MessageId(asked.id())).contains("MessageRefused"));
    }

    @Test
    void what_twilio_stops_is_refused_without_a_call_until_the_customer_writes_again() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.refuse(400, 21610));
        var first = marie.isAnsweredBySophie("Bonjour");
        eventually().until(() -> marie.toldOf(first).contains("MessageRefused"));
        TWILIO.will(marie.address(), Behaviour.take());

        var until = Instant.now().plus(Duration.ofHours(20));
        var second = marie.isWritten("Encore", Author.person("sophie", "Sophie"), 1, until);
        eventually().until(() -> marie.toldOf(second).contains("MessageRefused"));
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
        assertThat(refusal(marie, second).reason()).isEqualTo(RefusalReason.PROVIDER_REFUSED);
        assertThat(refusal(marie, second).errorCode()).isEqualTo("21610");

        var afterTheyWrote = Instant.now().plus(Duration.ofHours(24));
        var third = marie.isWritten("Ravie !", Author.person("sophie", "Sophie"), 1, afterTheyWrote);
        eventually().until(() -> marie.toldOf(third).contains("MessageAccepted"));
    }

    @Test
    void a_block_that_is_reported_later_is_learned_too() {
        var marie = customer();
        var first = marie.isAnsweredBySophie("Bonjour");
        eventually().until(() -> marie.toldOf(first).contains("MessageAccepted"));
        marie.isReported(TWILIO.posted(marie.address()).getFirst(), "failed", "63014");
        eventually().until(() -> marie.toldOf(first).contains("MessageRefused"));

        var second = marie.isWritten("Encore", Author.person("sophie", "Sophie"), 1, soon());

        eventually().until(() -> marie.toldOf(second).contains("MessageRefused"));
        assertThat(refusal(marie, second).explanation()).isEqualTo("Ce client a bloqué votre numéro WhatsApp.");
        assertThat(TWILIO.posted(marie.address())).hasSize(1);
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private static MessageRefused refusal(Customer customer, MessageId message) {
        return customer.told().stream()
                .filter(it -> it instanceof MessageRefused refused
                        && refused.message().equals(message))
                .map(MessageRefused.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
