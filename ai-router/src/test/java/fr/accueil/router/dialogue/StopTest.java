package fr.accueil.router.dialogue;

import static fr.accueil.router.dialogue.Fixtures.SOPHIE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Envelope;
import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.OutboundEvent;
import fr.accueil.events.OutboundEvent.ResumeReason;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.StopSending;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A customer's STOP through Kafka and PostgreSQL: what notification-service is asked, and in which order.
class StopTest extends Story {

    private static final String STOPPED = "vous ne recevrez plus de messages";
    private static final String RESUMED = "vous recevrez de nouveau nos messages";

    @Test
    void stop_is_said_before_its_one_confirmation() {
        var marie = customer("Marie");

        var stop = marie.writes("Arrêt !");

        var asked = marie.asked();
        assertThat(asked).hasSize(2);
        var confirmation = (SendMessage) asked.get(1);
        assertThat(asked.getFirst()).isInstanceOfSatisfying(StopSending.class, it -> {
            assertThat(it.requestedBy()).isEqualTo(id(stop));
            assertThat(it.word()).isEqualTo("Arrêt !");
            assertThat(it.to()).isEqualTo(marie.address());
            assertThat(it.confirmation()).isEqualTo(confirmation.message());
        });
        assertThat(confirmation.body()).contains(STOPPED).contains("START");
        assertThat(confirmation.answers()).containsExactly(id(stop));
        assertThat(marie.isAnswered(confirmation.message()).reasons().intent()).isEqualTo("opt_out");
        assertThat(marie.sawTyping()).isEmpty();
    }

    @Test
    void what_is_no_wish_is_met_with_silence_and_accounted_for() {
        var marie = customer("Marie");

        var stop = marie.writes("stop");
        marie.isTold(STOPPED);
        var again = marie.writes("STOP 😡");
        var thanks = marie.writes("ok merci");

        await().untilAsserted(() -> assertThat(marie.settledSoFar()).containsExactly(id(stop), id(again), id(thanks)));
        assertThat(marie.asked()).hasSize(2);
    }

    @Test
    void a_burst_that_ends_in_stop_is_settled_by_its_confirmation() {
        var marie = customer("Marie");
        reader.hold("ouvrez le jeudi");
        var question = marie.writes("vous ouvrez le jeudi ?");
        await().until(() -> !reader.begun("ouvrez le jeudi").isEmpty());

        var stop = marie.writes("STOP");
        assertThat(marie.isTold(STOPPED).answers()).containsExactly(id(question), id(stop));
        reader.release("ouvrez le jeudi");

        assertThat(marie.asked()).hasSize(2);
        assertThat(marie.settled()).containsExactly(id(question), id(stop));
    }

    @Test
    void start_lifts_it_with_a_word() {
        var marie = customer("Marie");
        marie.writes("stop");
        marie.isTold(STOPPED);

        var start = marie.writes("start");

        assertThat(marie.isTold(RESUMED).answers()).containsExactly(id(start));
        assertThat(typesOf(marie.asked()))
                .containsExactly(StopSending.class, SendMessage.class, ResumeSending.class, SendMessage.class);
        assertThat(resumed(marie).reason()).isEqualTo(ResumeReason.KEYWORD);
    }

    @Test
    void an_explicit_wish_lifts_it_before_it_is_answered() {
        var marie = customer("Marie");
        marie.writes("stop");
        marie.isTold(STOPPED);
        var thanks = marie.writes("merci");
        await().until(() -> marie.settledSoFar().contains(id(thanks)));

        var question = marie.writes(OPEN_ON_SATURDAY);

        assertThat(marie.isTold(HOURS).answers()).containsExactly(id(question));
        assertThat(typesOf(marie.asked()))
                .containsExactly(StopSending.class, SendMessage.class, ResumeSending.class, SendMessage.class);
        assertThat(resumed(marie))
                .satisfies(it -> assertThat(it.reason()).isEqualTo(ResumeReason.EXPLICIT_WISH))
                .satisfies(it -> assertThat(it.requestedBy()).isEqualTo(id(question)));
    }

    @Test
    void it_holds_while_a_person_leads_and_a_wish_lets_them_answer() {
        var marie = customer("Marie");
        marie.isLedBy(SOPHIE, 2);

        var stop = marie.writes("STOP");
        assertThat(marie.isTold(STOPPED).leaderNumber()).isEqualTo(2);
        marie.writes("ok merci");
        await().until(() -> marie.isWeighed());
        assertThat(marie.asked()).hasSize(2);
        marie.writes("finalement je voudrais un rendez-vous samedi");
        await().until(() -> !marie.isOptedOut());

        assertThat(typesOf(marie.asked())).containsExactly(StopSending.class, SendMessage.class, ResumeSending.class);
        assertThat(resumed(marie).reason()).isEqualTo(ResumeReason.EXPLICIT_WISH);
        assertThat(marie.settled()).containsExactly(id(stop));
    }

    @Test
    void a_take_over_does_not_forget_a_wish_that_is_still_to_be_read() {
        var marie = customer("Marie");
        marie.writes("STOP");
        marie.isTold(STOPPED);
        reader.hold("rendez-vous jeudi");

        marie.writes("je voudrais un rendez-vous jeudi");
        await().until(() -> !reader.begun("rendez-vous jeudi").isEmpty());
        marie.isLedBy(SOPHIE, 2);
        reader.release("rendez-vous jeudi");

        await().until(() -> !marie.isOptedOut());
        assertThat(typesOf(marie.asked())).containsExactly(StopSending.class, SendMessage.class, ResumeSending.class);
    }

    @Test
    void it_survives_a_hand_over_and_a_hand_back() {
        var marie = customer("Marie");
        marie.writes("je veux parler à quelqu'un");
        marie.isHandedOver(HandoverReason.CUSTOMER_ASKED);

        marie.writes("désabonner");
        marie.isTold(STOPPED);
        marie.isLedBy(SOPHIE, 3);
        marie.isLedBy(Leader.assistant(), 4);
        var hello = marie.writes("bonjour");
        await().until(() -> marie.settledSoFar().contains(id(hello)));

        assertThat(marie.told()).hasSize(2);
        assertThat(marie.isOptedOut()).isTrue();
    }

    @Test
    void a_button_that_says_stop_is_one() {
        var marie = customer("Marie");

        marie.sends(Inbound.of(MessageKind.BUTTON, "").with(new ButtonReply("Ne plus recevoir d'offres", "STOP")));

        marie.isTold(STOPPED);
        assertThat(typesOf(marie.asked())).containsExactly(StopSending.class, SendMessage.class);
    }

    @Test
    void a_stop_that_reconciliation_brings_back_holds_and_is_confirmed_inside_the_window_only() {
        var marie = customer("Marie");
        var karim = customer("Karim");

        marie.sends(Inbound.recovered("STOP", Duration.ofHours(2)));
        var late = karim.sends(Inbound.recovered("STOP", Duration.ofHours(25)));

        marie.isTold(STOPPED);
        var over = karim.isHandedOver(HandoverReason.TOO_OLD);
        assertThat(over.answers()).containsExactly(id(late));
        assertThat(over.message()).isNull();
        assertThat(karim.asked())
                .singleElement()
                .isInstanceOfSatisfying(
                        StopSending.class, it -> assertThat(it.confirmation()).isNull());
    }

    private static ResumeSending resumed(Customers customer) {
        return customer.asked().stream()
                .filter(ResumeSending.class::isInstance)
                .map(ResumeSending.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Class<?>> typesOf(List<OutboundEvent> events) {
        return events.stream().<Class<?>>map(Object::getClass).toList();
    }

    private static MessageId id(Envelope envelope) {
        return MessageId.of(envelope.id());
    }
}
