package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import org.junit.jupiter.api.Test;

/// What Twilio did not take is tried again, or given up and said; the others do not wait for ever.
class RetryTest extends ServiceTest {

    @Test
    void too_many_requests_is_tried_again_and_arrives_once() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.askToWait(429, 20429, "1"));
        var message = marie.isAnsweredByTheAssistant("Bonjour");
        eventually().until(() -> marie.toldOf(message).contains("MessageDelayed"));

        TWILIO.will(marie.address(), Behaviour.take());

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        assertThat(TWILIO.taken(marie.address())).hasSize(1);
        assertThat(marie.told().getFirst().toString())
                .contains("WhatsApp demande de patienter ; nouvel essai dans 1 seconde.");
    }

    @Test
    void what_is_refused_for_good_is_said_in_words_and_the_next_goes_on() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.refuse(400, 63024));
        var refused = marie.isAnsweredByTheAssistant("Bonjour");
        eventually().until(() -> marie.toldOf(refused).contains("MessageRefused"));
        TWILIO.will(marie.address(), Behaviour.take());

        var next = marie.isAnsweredByTheAssistant("La suite");

        eventually().until(() -> marie.toldOf(next).contains("MessageAccepted"));
        assertThat(marie.told().getFirst())
                .isEqualTo(new MessageRefused(
                        refused,
                        marie.conversation(),
                        RefusalReason.PROVIDER_REFUSED,
                        "Ce client ne peut pas recevoir de message WhatsApp.",
                        "63024",
                        0));
    }

    @Test
    void what_is_never_taken_is_given_up_and_said() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.askToWait(429, 20429, "0"));

        var message = marie.isAnsweredByTheAssistant("Bonjour");

        eventually().until(() -> marie.toldOf(message).contains("MessageRefused"));
        assertThat(marie.told().getLast().toString()).contains("vous pouvez le renvoyer");
    }

    @Test
    void a_message_that_waits_for_its_retry_lets_the_others_pass_after_a_while() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.askToWait(429, 20429, "4"));
        var waiting = marie.isAnsweredBySophie("Un");
        eventually().until(() -> marie.toldOf(waiting).contains("MessageDelayed"));
        TWILIO.will(marie.address(), Behaviour.take());

        var second = marie.isAnsweredBySophie("Deux");

        eventually().until(() -> marie.toldOf(waiting).contains("MessageAccepted"));
        assertThat(marie.toldOf(second)).contains("MessageAccepted");
        assertThat(TWILIO.taken(marie.address())).extracting(Posted::body).containsExactly("Deux", "Un");
        assertThat(marie.told().toString()).contains(DeliveryRules.PASSED);
    }
}
