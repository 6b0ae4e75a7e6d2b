package fr.accueil.conversation.conversation;

import static fr.accueil.conversation.conversation.ConversationSpec.LEA;
import static fr.accueil.conversation.conversation.ConversationSpec.SOPHIE;
import static fr.accueil.conversation.conversation.ConversationSpec.assistantAnswers;
import static fr.accueil.conversation.conversation.ConversationSpec.given;
import static fr.accueil.conversation.conversation.ConversationSpec.marieWrites;
import static fr.accueil.conversation.conversation.ConversationSpec.writes;
import static fr.accueil.events.AssistantEvent.HandoverReason.CUSTOMER_ASKED;
import static fr.accueil.events.AssistantEvent.HandoverReason.DEADLINE_PASSED;
import static fr.accueil.events.AssistantEvent.HandoverReason.NO_ANSWER_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.conversation.ConversationCommand.Fence;
import fr.accueil.conversation.conversation.ConversationCommand.HandBack;
import fr.accueil.conversation.conversation.ConversationCommand.HandOver;
import fr.accueil.conversation.conversation.ConversationCommand.LoseLeader;
import fr.accueil.conversation.conversation.ConversationCommand.NoticeSilence;
import fr.accueil.conversation.conversation.ConversationCommand.Resolve;
import fr.accueil.conversation.conversation.ConversationCommand.TakeOver;
import fr.accueil.conversation.conversation.ConversationEvent.EverythingRead;
import fr.accueil.conversation.conversation.ConversationEvent.Fenced;
import fr.accueil.conversation.conversation.ConversationEvent.LeadMoved;
import fr.accueil.conversation.conversation.ConversationEvent.MessageShown;
import fr.accueil.conversation.conversation.ConversationEvent.Opened;
import fr.accueil.conversation.conversation.ConversationEvent.PersonAwaited;
import fr.accueil.conversation.conversation.ConversationEvent.Resolved;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoLeadsTest {

    @Test
    void the_assistant_leads_from_the_start_under_number_one() {
        assertThat(given().when(marieWrites()).after().lead()).isEqualTo(new Lead.ByAssistant(1));
    }

    @Test
    void a_person_takes_over() {
        given(marieWrites())
                .when(new TakeOver(SOPHIE))
                .then(new LeadMoved(new Lead.ByPerson(2, "sophie", "Sophie Camélia")), new Opened());
    }

    @Test
    void taking_over_twice_is_once() {
        given(marieWrites(), new TakeOver(SOPHIE)).when(new TakeOver(SOPHIE)).thenNothing();
    }

    @Test
    void a_colleague_takes_over_from_another() {
        given(marieWrites(), new TakeOver(SOPHIE))
                .when(new TakeOver(LEA))
                .then(new LeadMoved(new Lead.ByPerson(3, "lea", "Léa Moreau")));
    }

    @Test
    void handing_back_gives_the_assistant_a_new_number() {
        given(marieWrites(), new TakeOver(SOPHIE)).when(new HandBack()).then(new LeadMoved(new Lead.ByAssistant(3)));
    }

    @Test
    void handing_back_what_the_assistant_leads_changes_nothing() {
        given(marieWrites()).when(new HandBack()).thenNothing();
    }

    @Test
    void what_somebody_led_who_leaves_the_team_awaits_a_person_and_is_not_given_back() {
        given(marieWrites(), new TakeOver(LEA))
                .when(new LoseLeader("lea"))
                .then(new PersonAwaited(null), new LeadMoved(new Lead.ByNobody(3)));
        given(marieWrites(), new TakeOver(SOPHIE)).when(new LoseLeader("lea")).thenNothing();
        given(marieWrites(), new TakeOver(LEA), new LoseLeader("lea"))
                .when(new TakeOver(SOPHIE))
                .then(new LeadMoved(new Lead.ByPerson(4, "sophie", "Sophie Camélia")), new Opened());
    }

    @Test
    void after_its_hand_over_nobody_leads_and_a_person_is_awaited() {
        given(marieWrites())
                .when(new HandOver(NO_ANSWER_KNOWN, 1))
                .then(new PersonAwaited(NO_ANSWER_KNOWN), new LeadMoved(new Lead.ByNobody(2)));
    }

    @Test
    void a_second_hand_over_changes_nothing() {
        given(marieWrites(), new HandOver(NO_ANSWER_KNOWN, 1))
                .when(new HandOver(CUSTOMER_ASKED, 1))
                .thenNothing();
    }

    @Test
    void a_hand_over_that_comes_after_a_take_over_changes_nothing() {
        given(marieWrites(), new TakeOver(SOPHIE))
                .when(new HandOver(NO_ANSWER_KNOWN, 1))
                .thenNothing();
    }

    @Test
    void a_hand_over_that_comes_after_a_take_over_and_a_hand_back_changes_nothing() {
        given(marieWrites(), new TakeOver(SOPHIE), new HandBack())
                .when(new HandOver(NO_ANSWER_KNOWN, 1))
                .thenNothing();
    }

    @Test
    void handing_back_what_was_handed_over_ends_the_wait() {
        given(marieWrites(), new HandOver(NO_ANSWER_KNOWN, 1))
                .when(new HandBack())
                .then(new LeadMoved(new Lead.ByAssistant(3)), new Opened());
    }

    @Test
    void a_person_who_writes_while_the_assistant_leads_takes_over() {
        var reply = writes(SOPHIE);

        given(marieWrites())
                .when(reply)
                .then(
                        new LeadMoved(new Lead.ByPerson(2, "sophie", "Sophie Camélia")),
                        new MessageShown(reply.message()),
                        new Opened(),
                        new EverythingRead());
    }

    @Test
    void a_person_who_writes_while_nobody_leads_takes_over_and_ends_the_wait() {
        var after = given(marieWrites(), new HandOver(CUSTOMER_ASKED, 1))
                .when(writes(SOPHIE))
                .after();

        assertThat(after.lead()).isEqualTo(new Lead.ByPerson(3, "sophie", "Sophie Camélia"));
        assertThat(after.standing()).isEqualTo(new Standing.Open());
    }

    @Test
    void a_colleague_who_writes_while_another_leads_leaves_the_lead_there() {
        var reply = writes(LEA);

        given(marieWrites(), writes(SOPHIE)).when(reply).then(new MessageShown(reply.message()));
    }

    @Test
    void the_assistant_leads_again_once_a_conversation_is_resolved() {
        given(marieWrites(), new TakeOver(SOPHIE))
                .when(new Resolve())
                .then(new Resolved(), new LeadMoved(new Lead.ByAssistant(3)));
    }

    @Test
    void a_passed_deadline_asks_for_a_person_and_leaves_the_assistant_its_lead() {
        given(marieWrites()).when(new NoticeSilence()).then(new PersonAwaited(DEADLINE_PASSED));
    }

    @Test
    void a_deadline_that_passes_while_a_person_leads_changes_nothing() {
        given(marieWrites(), new TakeOver(SOPHIE)).when(new NoticeSilence()).thenNothing();
    }

    @Test
    void a_deadline_that_passes_after_a_hand_over_changes_nothing() {
        given(marieWrites(), new HandOver(CUSTOMER_ASKED, 1))
                .when(new NoticeSilence())
                .thenNothing();
    }

    @Test
    void the_assistants_late_answer_ends_the_wait_that_its_silence_began() {
        var late = assistantAnswers();

        given(marieWrites(), new NoticeSilence()).when(late).then(new MessageShown(late.message()), new Opened());
    }

    @Test
    void the_assistants_last_words_do_not_end_the_wait_for_the_person_it_asked_for() {
        var goodbye = assistantAnswers();

        given(marieWrites(), new HandOver(CUSTOMER_ASKED, 1)).when(goodbye).then(new MessageShown(goodbye.message()));
    }

    @Test
    void a_take_over_is_done_once_the_assistants_last_words_cannot_go_out_any_more() {
        var taken = given(marieWrites()).when(new TakeOver(SOPHIE)).after();
        assertThat(taken.isLeadChanging()).isTrue();
        assertThat(taken.view().orElseThrow().leaderChanging()).isTrue();

        given(marieWrites(), new TakeOver(SOPHIE)).when(new Fence(1)).thenNothing();
        given(marieWrites(), new TakeOver(SOPHIE)).when(new Fence(2)).then(new Fenced(2));
        assertThat(taken.apply(List.of(new Fence(2))).isLeadChanging()).isFalse();
        given(marieWrites(), new TakeOver(SOPHIE), new Fence(2))
                .when(new Fence(2))
                .thenNothing();
    }

    @Test
    void the_fence_of_an_earlier_take_over_does_not_end_a_later_one() {
        given(marieWrites(), new TakeOver(SOPHIE), new Fence(2), new HandBack(), new TakeOver(LEA))
                .when(new Fence(3))
                .thenNothing();
    }

    @Test
    void a_hand_over_and_a_hand_back_have_nobody_wait_for_a_fence() {
        var handedOver = given(marieWrites(), new HandOver(CUSTOMER_ASKED, 1));
        assertThat(handedOver.when(new Fence(2)).after().isLeadChanging()).isFalse();
        handedOver.when(new Fence(2)).thenNothing();
        assertThat(given(marieWrites(), new TakeOver(SOPHIE))
                        .when(new HandBack())
                        .after()
                        .isLeadChanging())
                .isFalse();
    }
}
