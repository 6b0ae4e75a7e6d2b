package fr.accueil.conversation.conversation;

import static fr.accueil.conversation.conversation.ConversationSpec.MARIE;
import static fr.accueil.conversation.conversation.ConversationSpec.SOPHIE;
import static fr.accueil.conversation.conversation.ConversationSpec.assistantAnswers;
import static fr.accueil.conversation.conversation.ConversationSpec.fromMarie;
import static fr.accueil.conversation.conversation.ConversationSpec.given;
import static fr.accueil.conversation.conversation.ConversationSpec.marieWrites;
import static fr.accueil.conversation.conversation.ConversationSpec.writes;
import static fr.accueil.events.AssistantEvent.HandoverReason.CUSTOMER_ASKED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.conversation.ConversationCommand.HandOver;
import fr.accueil.conversation.conversation.ConversationCommand.MarkRead;
import fr.accueil.conversation.conversation.ConversationCommand.Resolve;
import fr.accueil.conversation.conversation.ConversationCommand.TakeOver;
import fr.accueil.conversation.conversation.ConversationEvent.CorrespondentKnown;
import fr.accueil.conversation.conversation.ConversationEvent.CustomerHeard;
import fr.accueil.conversation.conversation.ConversationEvent.EpisodeStarted;
import fr.accueil.conversation.conversation.ConversationEvent.EverythingRead;
import fr.accueil.conversation.conversation.ConversationEvent.MessageShown;
import fr.accueil.conversation.conversation.ConversationEvent.Opened;
import fr.accueil.events.ChangeEvent.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {

    @Test
    void it_is_new_while_the_assistant_alone_has_answered() {
        var after = given(marieWrites()).when(assistantAnswers()).after();

        assertThat(after.standing().status()).isEqualTo(Status.NEW);
        assertThat(after.activity().unread()).isEqualTo(1);
    }

    @Test
    void it_is_open_and_read_once_a_person_has_seen_it() {
        given(marieWrites()).when(new MarkRead()).then(new EverythingRead(), new Opened());
    }

    @Test
    void reading_twice_is_once() {
        given(marieWrites(), new MarkRead()).when(new MarkRead()).thenNothing();
    }

    @Test
    void reading_does_not_end_the_wait_for_a_person() {
        given(marieWrites(), new HandOver(CUSTOMER_ASKED, 1))
                .when(new MarkRead())
                .then(new EverythingRead());
    }

    @Test
    void a_message_after_it_was_resolved_starts_a_new_episode() {
        var again = marieWrites(fromMarie(30));

        given(marieWrites(), writes(SOPHIE), new Resolve())
                .when(again)
                .then(
                        new CorrespondentKnown(MARIE),
                        new CustomerHeard(again.windowEnd()),
                        new MessageShown(again.message()),
                        new EpisodeStarted());
        var after =
                given(marieWrites(), writes(SOPHIE), new Resolve()).when(again).after();
        assertThat(after.episode()).isEqualTo(2);
        assertThat(after.standing()).isEqualTo(new Standing.New());
        assertThat(after.lead().isAssistant()).isTrue();
    }

    @Test
    void a_person_who_takes_over_what_is_resolved_opens_it_again() {
        var after =
                given(marieWrites(), new Resolve()).when(new TakeOver(SOPHIE)).after();

        assertThat(after.standing()).isEqualTo(new Standing.Open());
        assertThat(after.episode()).isEqualTo(1);
    }

    @Test
    void the_last_message_is_the_latest_by_time_and_not_by_arrival() {
        var early = fromMarie(1);
        var late = fromMarie(5);

        var after = given(marieWrites(late)).when(marieWrites(early)).after();

        assertThat(after.activity().lastMessage()).isEqualTo(late);
        assertThat(after.activity().lastActivityAt()).isEqualTo(late.at());
        assertThat(after.activity().freeTextUntil()).isEqualTo(late.at().plus(Duration.ofHours(24)));
        assertThat(after.activity().unread()).isEqualTo(2);
    }

    @Test
    void each_change_raises_the_version_by_one_however_much_it_changes() {
        var before = given(marieWrites()).when(new MarkRead()).before();

        assertThat(before.apply(List.of(writes(SOPHIE), new Resolve())).version())
                .isEqualTo(before.version() + 1);
    }

    @Test
    void it_is_not_shown_while_nobody_knows_whose_it_is() {
        assertThat(given().when(new HandOver(CUSTOMER_ASKED, 1)).after().view()).isEmpty();
    }

    @Test
    void what_is_shown_says_who_is_awaited_and_who_leads() {
        var shown = given(marieWrites())
                .when(new HandOver(CUSTOMER_ASKED, 1))
                .after()
                .view()
                .orElseThrow();

        assertThat(shown.status()).isEqualTo(Status.OPEN);
        assertThat(shown.awaitingPerson()).isTrue();
        assertThat(shown.handoverReason()).isEqualTo(CUSTOMER_ASKED);
        assertThat(shown.leaderNumber()).isEqualTo(2);
        assertThat(shown.customer()).isEqualTo(MARIE.card());
    }
}
