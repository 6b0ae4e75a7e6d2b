package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Leader;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.StopSending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/// A customer whom WhatsApp names by number and then by user id, or the reverse, is one conversation.
@ParameterizedClass
@CsvSource({
    "whatsapp:+33639980012, whatsapp:FR.13491208655302741918",
    "whatsapp:FR.13491208655302741918, whatsapp:+33639980012"
})
class ChangedAddressTest extends Story {

    private final String before;
    private final String after;

    ChangedAddressTest(String before, String after) {
        this.before = before;
        this.after = after;
    }

    @Test
    void an_answer_goes_to_where_the_customer_wrote_from_last() {
        var marie = customer("Marie");

        marie.sends(Inbound.text("Bonjour").from(before));
        marie.sends(Inbound.text(OPEN_ON_SATURDAY).from(after));

        assertThat(marie.isTold(HOURS))
                .satisfies(it -> assertThat(it.answers()).hasSize(2))
                .satisfies(it -> assertThat(it.to()).isEqualTo(after));
    }

    @Test
    void a_hand_over_begun_under_one_is_finished_under_the_other() {
        var marie = customer("Marie");
        marie.sends(Inbound.text("je veux parler à quelqu'un").from(before));
        marie.isHandedOver(HandoverReason.CUSTOMER_ASKED);

        marie.sends(Inbound.text("alors ?").from(after));
        marie.isHeard(1);
        marie.isLedBy(Leader.person("sophie", "Sophie Camélia"), 2);
        marie.hearsFrom(Leader.person("sophie", "Sophie Camélia"), "Bonjour !");
        marie.isHeard(0);
        marie.isLedBy(Leader.assistant(), 3);
        marie.sends(Inbound.text(OPEN_ON_SATURDAY).from(after));

        assertThat(marie.isTold(HOURS).to()).isEqualTo(after);
        assertThat(marie.told()).extracting(SendMessage::to).containsExactly(before, after);
        assertThat(marie.told().getLast().body()).isEqualTo(HOURS);
    }

    @Test
    void a_stop_under_one_holds_under_the_other_until_they_ask() {
        var marie = customer("Marie");
        marie.sends(Inbound.text("STOP").from(before));
        marie.isTold("vous ne recevrez plus");

        marie.sends(Inbound.text("arrêt").from(after));
        marie.sends(Inbound.text(OPEN_ON_SATURDAY).from(after));
        marie.isTold(HOURS);

        assertThat(marie.asked())
                .satisfiesExactly(
                        stop -> assertThat(((StopSending) stop).to()).isEqualTo(before),
                        confirmation ->
                                assertThat(((SendMessage) confirmation).to()).isEqualTo(before),
                        resume -> assertThat(((ResumeSending) resume).to()).isEqualTo(after),
                        answer -> assertThat(((SendMessage) answer).to()).isEqualTo(after));
    }
}
