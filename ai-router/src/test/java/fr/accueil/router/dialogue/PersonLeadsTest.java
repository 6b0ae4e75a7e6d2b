package fr.accueil.router.dialogue;

import static fr.accueil.router.dialogue.Fixtures.SOPHIE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import org.junit.jupiter.api.Test;

/// While a person leads, the assistant listens and says nothing.
class PersonLeadsTest extends Story {

    @Test
    void what_was_being_drafted_when_a_person_took_over_is_not_sent() {
        var marie = customer("Marie");
        reader.hold("le vendredi");
        marie.writes("vous êtes ouverts le vendredi ?");
        await().until(() -> !reader.begun("le vendredi").isEmpty());

        marie.isLedBy(SOPHIE, 2);
        reader.release("le vendredi");
        marie.isLedBy(Leader.assistant(), 3);

        marie.isTold(HOURS);
        assertThat(marie.told())
                .singleElement()
                .satisfies(it -> assertThat(it.leaderNumber()).isEqualTo(3));
    }

    @Test
    void after_its_hand_over_it_is_silent_until_it_is_handed_back() {
        var marie = customer("Marie");
        var asked = marie.writes("je veux parler à quelqu'un");
        assertThat(marie.isHandedOver(HandoverReason.CUSTOMER_ASKED).answers())
                .containsExactly(MessageId.of(asked.id()));

        marie.isLedBy(Leader.nobody(), 2);
        marie.writes("allô ?");
        marie.isHeard(1);
        marie.isLedBy(SOPHIE, 3);
        marie.hearsFrom(SOPHIE, "Bonjour, c'est Sophie.");
        marie.isHeard(0);
        marie.isLedBy(Leader.assistant(), 4);
        var question = marie.writes(OPEN_ON_SATURDAY);

        assertThat(marie.isTold(HOURS).leaderNumber()).isEqualTo(4);
        assertThat(marie.settled()).containsExactly(MessageId.of(asked.id()), MessageId.of(question.id()));
        assertThat(marie.told()).hasSize(2);
    }

    @Test
    void what_is_still_unanswered_at_hand_back_is_answered() {
        var marie = customer("Marie");
        marie.isLedBy(SOPHIE, 2);
        var question = marie.writes(OPEN_ON_SATURDAY);
        marie.isHeard(1);
        assertThat(marie.sawTyping()).isEmpty();

        marie.isLedBy(Leader.assistant(), 3);

        var told = marie.isTold(HOURS);
        assertThat(told.answers()).containsExactly(MessageId.of(question.id()));
        assertThat(told.leaderNumber()).isEqualTo(3);
        assertThat(marie.sawTyping()).hasSize(1);
    }

    @Test
    void a_change_of_leader_that_comes_late_changes_nothing() {
        var marie = customer("Marie");
        marie.isLedBy(SOPHIE, 4);

        marie.isLedBy(Leader.assistant(), 3);
        marie.isLedBy(SOPHIE, 5);

        assertThat(marie.dialogue())
                .satisfies(it -> assertThat(it.assistantLeads()).isFalse());
    }
}
