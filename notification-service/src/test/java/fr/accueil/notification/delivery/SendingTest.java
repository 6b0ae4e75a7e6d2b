package fr.accueil.notification.delivery;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.Author;
import fr.accueil.events.ChannelId;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.DeliveryEvent.RefusalReason;
import fr.accueil.events.Ids;
import fr.accueil.events.Leader;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.notification.testing.Customer;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioStub.Behaviour;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingTest extends ServiceTest {

    @Test
    void a_message_reaches_the_customer_once_and_the_others_hear_of_it() {
        var marie = customer();

        var message = marie.isAnsweredByTheAssistant("Nous ouvrons à 9 h.");

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        var posted = TWILIO.posted(marie.address());
        assertThat(posted).extracting(Posted::body).containsExactly("Nous ouvrons à 9 h.");
        assertThat(posted.getFirst().form()).containsEntry("From", "whatsapp:+33199000042");
        assertThat(marie.told())
                .containsExactly(new MessageAccepted(
                        message, marie.conversation(), posted.getFirst().sid(), 0));
    }

    @Test
    void one_command_that_is_delivered_twice_is_one_message() {
        var marie = customer();
        var command = marie.asks("Une seule fois", Author.assistant(), 1, soon());

        marie.publish(Topic.OUTBOUND, command);
        marie.publish(Topic.OUTBOUND, command);
        var last = marie.isAnsweredByTheAssistant("La suite");

        eventually().until(() -> marie.toldOf(last).contains("MessageAccepted"));
        assertThat(TWILIO.posted(marie.address()))
                .extracting(Posted::body)
                .containsExactly("Une seule fois", "La suite");
    }

    @Test
    void messages_of_a_conversation_go_out_in_order() {
        var marie = customer();

        IntStream.range(0, 20).forEach(i -> marie.isAnsweredBySophie("Message " + i));

        eventually().until(() -> marie.told().size() == 20);
        assertThat(TWILIO.posted(marie.address()))
                .extracting(Posted::body)
                .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "Message " + i).collect(toList()));
    }

    @Test
    void a_slow_recipient_holds_up_nobody_else() {
        var release = new CountDownLatch(1);
        var slow = customer();
        TWILIO.will(slow.address(), Behaviour.takeAndHold(release));
        slow.isAnsweredBySophie("Lent");
        eventually().until(() -> TWILIO.posted(slow.address()).size() == 1);
        var others = IntStream.range(0, 10).mapToObj(_ -> customer()).toList();

        others.forEach(it -> it.isAnsweredBySophie("Rapide"));

        eventually()
                .atMost(Duration.ofSeconds(5))
                .until(() -> others.stream().allMatch(it -> it.told().size() == 1));
        release.countDown();
    }

    @Test
    void a_long_text_goes_out_in_parts_in_order() {
        var marie = customer();
        var text = "Un mot de plus, encore et toujours. ".repeat(100).strip();

        var message = marie.isAnsweredBySophie(text);

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        var bodies = TWILIO.posted(marie.address()).stream().map(Posted::body).toList();
        assertThat(bodies).hasSize(3).allSatisfy(it -> assertThat(it.length()).isLessThanOrEqualTo(1600));
        assertThat(String.join("", bodies)).isEqualTo(text);
        assertThat(marie.toldOf(message)).containsExactly("MessageAccepted");
    }

    @Test
    void the_assistant_is_silent_under_an_older_leadership() {
        var marie = customer();
        marie.isLedBy(2, Leader.person("sophie", "Sophie"));

        var late = marie.isAnsweredByTheAssistant("Trop tard", 1);
        var sophies = marie.isAnsweredBySophie("Bonjour, c'est Sophie.");

        eventually().until(() -> marie.toldOf(sophies).contains("MessageAccepted"));
        assertThat(TWILIO.posted(marie.address())).extracting(Posted::body).containsExactly("Bonjour, c'est Sophie.");
        assertThat(refusal(marie).reason()).isEqualTo(RefusalReason.HUMAN_LEADS);
        assertThat(marie.toldOf(late)).containsExactly("MessageRefused");
    }

    @Test
    void a_take_over_stops_an_answer_that_waits_for_its_retry() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.askToWait(429, 20429, "2"));
        var waiting = marie.isAnsweredByTheAssistant("Je reviens", 1);
        eventually().until(() -> marie.toldOf(waiting).contains("MessageDelayed"));

        marie.isLedBy(2, Leader.person("sophie", "Sophie"));

        eventually()
                .atMost(Duration.ofMillis(1500))
                .until(() -> marie.toldOf(waiting).contains("MessageRefused"));
        assertThat(refusal(marie).reason()).isEqualTo(RefusalReason.HUMAN_LEADS);
        assertThat(TWILIO.taken(marie.address())).isEmpty();
    }

    @Test
    void the_words_with_which_the_assistant_hands_over_still_arrive() {
        var marie = customer();
        TWILIO.will(marie.address(), Behaviour.askToWait(429, 20429, "1"));
        var handover = marie.isAnsweredByTheAssistant("Je transmets votre demande à l'équipe.", 1);
        eventually().until(() -> marie.toldOf(handover).contains("MessageDelayed"));

        marie.isLedBy(2, Leader.nobody());
        var after = marie.isAnsweredByTheAssistant("Et encore une chose", 1);
        TWILIO.will(marie.address(), Behaviour.take());

        eventually().until(() -> marie.toldOf(handover).contains("MessageAccepted"));
        assertThat(marie.toldOf(after)).containsExactly("MessageRefused");
    }

    @Test
    void after_a_hand_back_the_assistant_speaks_again() {
        var marie = customer();
        marie.isLedBy(2, Leader.person("sophie", "Sophie"));
        marie.isLedBy(3, Leader.assistant());

        var message = marie.isAnsweredByTheAssistant("Me revoilà", 3);

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
    }

    @Test
    void free_text_after_the_window_is_refused_in_words_that_a_manager_understands() {
        var marie = customer();

        var message = marie.isWritten(
                "Trop tard", Author.person("sophie", "Sophie"), 1, Instant.now().minusSeconds(1));

        eventually().until(() -> marie.toldOf(message).contains("MessageRefused"));
        assertThat(refusal(marie).reason()).isEqualTo(RefusalReason.WINDOW_CLOSED);
        assertThat(refusal(marie).explanation()).contains("24 heures");
        assertThat(TWILIO.posted(marie.address())).isEmpty();
    }

    @Test
    void another_businesss_channel_is_not_used() {
        var neighbour = customer().of(TenantId.of(Ids.next()));

        var message = neighbour.isAnsweredBySophie("Bonjour");

        eventually().until(() -> neighbour.toldOf(message).contains("MessageRefused"));
        assertThat(refusal(neighbour).reason()).isEqualTo(RefusalReason.CHANNEL_UNKNOWN);
        assertThat(TWILIO.posted(neighbour.address())).isEmpty();
    }

    @Test
    void a_channel_that_is_saved_later_is_used_at_once() {
        var tenant = TenantId.of(Ids.next());
        var channel = ChannelId.of(Ids.next());
        save(tenant, channel, "whatsapp:+33199000077");

        eventually().untilAsserted(() -> {
            var customer = new Customer(events, tenant, channel, "whatsapp:+33639980099");
            var message = customer.isAnsweredBySophie("Bonjour");
            eventually().until(() -> !customer.toldOf(message).isEmpty());
            assertThat(customer.toldOf(message)).containsExactly("MessageAccepted");
        });
    }

    @Test
    void the_customer_sees_that_an_answer_is_written() {
        var marie = customer();

        marie.isShownTyping("SM5a17c0de0000000000000000000000a1", soon());

        eventually().until(() -> TWILIO.typing().contains("SM5a17c0de0000000000000000000000a1 whatsapp"));
    }

    @Test
    void typing_that_fails_or_is_too_late_holds_up_no_answer() {
        var marie = customer();
        TWILIO.typingWill(Behaviour.refuse(500, 20500));

        marie.isShownTyping("SM5a17c0de0000000000000000000000b1", soon());
        marie.isShownTyping("SM5a17c0de0000000000000000000000b2", Instant.now().minusSeconds(1));
        var message = marie.isAnsweredByTheAssistant("Voilà");

        eventually().until(() -> marie.toldOf(message).contains("MessageAccepted"));
        assertThat(TWILIO.typing()).doesNotContain("SM5a17c0de0000000000000000000000b2 whatsapp");
        TWILIO.typingWill(Behaviour.take());
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(20);
    }

    private static MessageRefused refusal(Customer customer) {
        return List.copyOf(customer.told()).stream()
                .filter(MessageRefused.class::isInstance)
                .map(MessageRefused.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
