package fr.accueil.router.dialogue;

import static fr.accueil.router.dialogue.DialogueSpec.given;
import static fr.accueil.router.dialogue.Fixtures.NOON;
import static fr.accueil.router.dialogue.Fixtures.SOPHIE;
import static fr.accueil.router.dialogue.Fixtures.marieWrote;
import static fr.accueil.router.dialogue.Fixtures.openingHours;
import static fr.accueil.router.dialogue.Fixtures.reading;
import static fr.accueil.router.dialogue.Fixtures.reply;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Leader;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.NotePerson;
import fr.accueil.router.dialogue.DialogueEvent.AnswersOwed;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.LeadMoved;
import fr.accueil.router.dialogue.DialogueEvent.LeftToPerson;
import fr.accueil.router.dialogue.DialogueEvent.MessageHeard;
import fr.accueil.router.dialogue.Lead.AssistantLeads;
import fr.accueil.router.dialogue.Lead.OthersLead;
import fr.accueil.router.understanding.Intent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who leads decides whether the assistant speaks.
class WhoSpeaksTest {

    private static final Heard QUESTION = marieWrote("vous ouvrez quand ?", NOON);

    @Test
    void the_assistant_stays_silent_while_a_person_leads() {
        given(new LeadMoved(new OthersLead(2)), new MessageHeard(QUESTION))
                .when(reply(openingHours()))
                .thenNothing();
    }

    @Test
    void the_deadline_does_not_hand_over_while_a_person_leads() {
        given(new LeadMoved(new OthersLead(2)), new MessageHeard(QUESTION))
                .when(new GiveUp(HandoverReason.DEADLINE_PASSED))
                .thenNothing();
    }

    @Test
    void the_number_of_a_change_of_leader_only_grows() {
        given(new LeadMoved(new AssistantLeads(4)))
                .when(new FollowLead(3, SOPHIE, NOON))
                .thenNothing();
    }

    @Test
    void after_its_own_hand_over_the_assistant_is_silent() {
        given(handedOver(), new MessageHeard(marieWrote("alors ?", NOON.plusSeconds(5))))
                .when(reply(reading(Intent.OTHER)))
                .thenNothing();
    }

    @Test
    void nobody_has_taken_it_yet_is_no_hand_back() {
        var after = given(handedOver())
                .when(new FollowLead(2, Leader.nobody(), NOON))
                .then(new LeadMoved(new Lead.HandedOver(2)))
                .after();

        assertThat(after.assistantLeads()).isFalse();
    }

    @Test
    void after_a_later_hand_back_it_speaks_again() {
        var after = given(handedOver(), new LeadMoved(new OthersLead(3)))
                .when(new FollowLead(4, Leader.assistant(), NOON))
                .then(new LeadMoved(new AssistantLeads(4)), new AnswersOwed(NOON))
                .after();

        assertThat(after.assistantLeads()).isTrue();
    }

    @Test
    void what_is_young_and_unanswered_at_hand_back_is_owed_from_then_on() {
        var later = NOON.plus(Duration.ofMinutes(4));

        var after = given(new LeadMoved(new OthersLead(2)), new MessageHeard(QUESTION))
                .when(new FollowLead(3, Leader.assistant(), later))
                .after();

        assertThat(after.waiting()).containsExactly(QUESTION.owedSince(later));
        assertThat(after.turn(later)).isInstanceOf(Turn.Read.class);
    }

    @Test
    void what_is_old_at_hand_back_stays_with_the_person() {
        var later = NOON.plus(Duration.ofMinutes(11));

        given(new LeadMoved(new OthersLead(2)), new MessageHeard(QUESTION))
                .when(new FollowLead(3, Leader.assistant(), later))
                .then(
                        new LeadMoved(new AssistantLeads(3)),
                        new LeftToPerson(List.of(QUESTION)),
                        new AnswersOwed(later));
    }

    @Test
    void what_came_before_a_persons_message_is_theirs() {
        var after = marieWrote("et le lundi ?", NOON.plusSeconds(60));

        given(new LeadMoved(new OthersLead(2)), new MessageHeard(QUESTION), new MessageHeard(after))
                .when(new NotePerson(NOON.plusSeconds(30)))
                .then(new LeftToPerson(List.of(QUESTION)), new LeadMoved(new OthersLead(2, true)));
    }

    @Test
    void who_has_written_has_read_what_came_before_they_gave_the_conversation_back() {
        var read = marieWrote("et le lundi ?", NOON.plusSeconds(60));
        var since = marieWrote("et mardi ?", NOON.plusSeconds(120));
        var later = NOON.plusSeconds(130);

        given(
                        new LeadMoved(new OthersLead(2)),
                        new LeadMoved(new OthersLead(2, true)),
                        new MessageHeard(read),
                        new MessageHeard(since))
                .when(new FollowLead(3, Leader.assistant(), NOON.plusSeconds(90), later))
                .then(new LeadMoved(new AssistantLeads(3)), new LeftToPerson(List.of(read)), new AnswersOwed(later));
    }

    private static HandedOver handedOver() {
        return new HandedOver(List.of(QUESTION), HandoverReason.CUSTOMER_ASKED, null, null, 1);
    }
}
