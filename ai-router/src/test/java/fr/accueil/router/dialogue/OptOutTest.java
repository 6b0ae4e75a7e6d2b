package fr.accueil.router.dialogue;

import static fr.accueil.router.dialogue.DialogueSpec.given;
import static fr.accueil.router.dialogue.Fixtures.NOON;
import static fr.accueil.router.dialogue.Fixtures.SOPHIE;
import static fr.accueil.router.dialogue.Fixtures.marieSent;
import static fr.accueil.router.dialogue.Fixtures.marieWrote;
import static fr.accueil.router.dialogue.Fixtures.openingHours;
import static fr.accueil.router.dialogue.Fixtures.reading;
import static fr.accueil.router.dialogue.Fixtures.reply;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Ids;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.OutboundEvent.ResumeReason;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.HearStart;
import fr.accueil.router.dialogue.DialogueCommand.HearStop;
import fr.accueil.router.dialogue.DialogueCommand.Weigh;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.Confirmed;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.KeptSilent;
import fr.accueil.router.dialogue.DialogueEvent.LeadMoved;
import fr.accueil.router.dialogue.DialogueEvent.MessageHeard;
import fr.accueil.router.dialogue.DialogueEvent.NothingWished;
import fr.accueil.router.dialogue.DialogueEvent.SendingResumed;
import fr.accueil.router.dialogue.DialogueEvent.SendingStopped;
import fr.accueil.router.dialogue.Lead.OthersLead;
import fr.accueil.router.dialogue.Turn.PassOn;
import fr.accueil.router.dialogue.Turn.Read;
import fr.accueil.router.dialogue.Turn.ReadForWish;
import fr.accueil.router.dialogue.Turn.Silence;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Content.Resumed;
import fr.accueil.router.speech.Content.Stopped;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.speech.Said;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// STOP holds whoever leads, is confirmed once, and gives way to START or to the customer's next explicit wish.
class OptOutTest {

    private static final Heard QUESTION = marieWrote("vous ouvrez quand ?", NOON);
    private static final Heard STOP = marieWrote("STOP", NOON.plusSeconds(10));
    private static final Heard LATER = marieWrote("vous ouvrez le samedi ?", NOON.plusSeconds(60));
    private static final MessageId CONFIRMATION = MessageId.of(Ids.next());

    @Test
    void stop_settles_what_was_owed_and_is_confirmed() {
        given(new MessageHeard(QUESTION))
                .when(stop(STOP))
                .then(new MessageHeard(STOP), stopped(STOP), confirmed(List.of(QUESTION, STOP), 1));
    }

    @Test
    void what_came_after_stop_and_was_heard_before_it_stays_to_be_read() {
        var after = given(new MessageHeard(LATER)).when(stop(STOP)).after();

        assertThat(after.waiting()).containsExactly(LATER);
        assertThat(after.turn(LATER.at())).isEqualTo(new Read(List.of(LATER)));
    }

    @Test
    void while_a_person_leads_stop_is_confirmed_too_and_settles_nothing_else() {
        given(new LeadMoved(new OthersLead(2)), new MessageHeard(QUESTION))
                .when(stop(STOP))
                .then(new MessageHeard(STOP), stopped(STOP), confirmed(List.of(STOP), 2));
    }

    @Test
    void after_a_hand_over_stop_holds_too() {
        given(
                        new MessageHeard(QUESTION),
                        new HandedOver(List.of(QUESTION), HandoverReason.CUSTOMER_ASKED, null, null, 1))
                .when(stop(STOP))
                .then(new MessageHeard(STOP), stopped(STOP), confirmed(List.of(STOP), 1));
    }

    @Test
    void a_second_stop_is_met_with_silence() {
        var again = marieWrote("arrêt !!", NOON.plusSeconds(90));

        given(optedOut()).when(stop(again)).then(new MessageHeard(again), silent(again));
    }

    @Test
    void the_same_stop_is_heard_once() {
        given(new MessageHeard(STOP)).when(stop(STOP)).thenNothing();
    }

    @Test
    void a_stop_that_comes_a_day_late_holds_and_a_person_is_told() {
        var late = marieWrote("STOP", NOON.minus(Duration.ofDays(1))).owedSince(NOON);

        given().when(stop(late))
                .then(
                        new MessageHeard(late),
                        new SendingStopped(late, "STOP", null),
                        new HandedOver(List.of(late), HandoverReason.TOO_OLD, null, null, 1));
    }

    @Test
    void who_was_never_told_is_told_at_the_next_stop() {
        given(new SendingStopped(QUESTION, "STOP", null))
                .when(stop(STOP))
                .then(new MessageHeard(STOP), stopped(STOP), confirmed(List.of(STOP), 1));
    }

    @Test
    void a_stop_from_before_a_wish_that_was_answered_goes_to_a_person() {
        given(new MessageHeard(LATER), answered(LATER)).when(stop(STOP)).then(new MessageHeard(STOP));
    }

    @ParameterizedTest
    @EnumSource(
            value = Intent.class,
            names = {"BOOKING", "QUOTE", "HUMAN", "CANCEL_BOOKING"})
    void who_asks_for_something_is_written_to_again(Intent intent) {
        var events = given(with(optedOut(), new MessageHeard(LATER)))
                .when(reply(reading(intent)))
                .events();

        assertThat(events).first().isEqualTo(new SendingResumed(LATER, ResumeReason.EXPLICIT_WISH));
        assertThat(events)
                .last()
                .matches(it -> it instanceof HandedOver over && over.said() != null || it instanceof Answered);
    }

    @Test
    void a_question_that_a_faq_settles_is_answered_again() {
        given(with(optedOut(), new MessageHeard(LATER)))
                .when(reply(openingHours()))
                .then(new SendingResumed(LATER, ResumeReason.EXPLICIT_WISH), answered(LATER));
    }

    @Test
    void a_question_that_nobody_has_answered_yet_is_a_wish_and_other_words_are_none() {
        var words = marieWrote("c'était pour mon frère", NOON.plusSeconds(60));

        assertThat(given(with(optedOut(), new MessageHeard(LATER)))
                        .when(reply(reading(Intent.FAQ)))
                        .after()
                        .optOut())
                .isNull();
        given(with(optedOut(), new MessageHeard(words)))
                .when(reply(reading(Intent.FAQ)))
                .then(silent(words));
    }

    @ParameterizedTest
    @EnumSource(
            value = Intent.class,
            names = {"THANKS", "GREETING", "OTHER", "OPT_OUT"})
    void who_asks_for_nothing_hears_nothing(Intent intent) {
        var after = given(with(optedOut(), new MessageHeard(LATER)))
                .when(reply(reading(intent)))
                .then(silent(LATER))
                .after();

        assertThat(after.optOut()).isEqualTo(new OptOut(STOP.at(), CONFIRMATION));
        assertThat(after.waiting()).isEmpty();
    }

    @Test
    void a_complaint_reaches_a_person_in_silence() {
        given(with(optedOut(), new MessageHeard(LATER)))
                .when(reply(reading(Intent.COMPLAINT)))
                .then(new HandedOver(List.of(LATER), HandoverReason.COMPLAINT, null, reading(Intent.COMPLAINT), 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = HandoverReason.class,
            names = {"NOT_UNDERSTOOD", "NO_ANSWER_KNOWN", "CUSTOMER_ASKED", "COMPLAINT"},
            mode = Mode.EXCLUDE)
    void whatever_else_happens_it_is_handed_over_in_silence(HandoverReason reason) {
        given(with(optedOut(), new MessageHeard(LATER)))
                .when(new GiveUp(reason))
                .then(new HandedOver(List.of(LATER), reason, null, null, 1));
    }

    @Test
    void a_wish_that_comes_too_late_for_an_answer_still_lets_a_person_write() {
        var dialogue = given(with(optedOut(), new MessageHeard(LATER))).dialogue();
        var now = LATER.at().plus(Duration.ofMinutes(11));

        assertThat(dialogue.turn(now)).isEqualTo(new ReadForWish(List.of(LATER), HandoverReason.TOO_OLD));
        new DialogueSpec(dialogue)
                .when(new Weigh(openingHours(), HandoverReason.TOO_OLD))
                .then(
                        new SendingResumed(LATER, ResumeReason.EXPLICIT_WISH),
                        new HandedOver(
                                List.of(LATER),
                                HandoverReason.TOO_OLD,
                                Said.of(new PassedOn(Matter.DELAYED), Language.FRENCH, false),
                                null,
                                1));
        new DialogueSpec(dialogue)
                .when(new Weigh(reading(Intent.THANKS), HandoverReason.TOO_OLD))
                .then(new HandedOver(List.of(LATER), HandoverReason.TOO_OLD, null, null, 1));
    }

    @Test
    void a_voice_note_lifts_nothing() {
        var voice = marieSent(MessageKind.AUDIO, "", NOON.plusSeconds(60));

        var dialogue = given(with(optedOut(), new MessageHeard(voice))).dialogue();

        assertThat(dialogue.turn(voice.at())).isEqualTo(new PassOn(HandoverReason.UNSUPPORTED_MESSAGE));
    }

    @Test
    void a_message_from_before_the_stop_lifts_nothing() {
        given(with(optedOut(), new MessageHeard(QUESTION)))
                .when(reply(openingHours()))
                .then(silent(QUESTION));
    }

    @Test
    void start_is_confirmed() {
        var start = marieWrote("START", NOON.plusSeconds(60));
        var id = MessageId.of(Ids.next());

        given(optedOut())
                .when(new HearStart(start, Language.FRENCH, id))
                .then(
                        new MessageHeard(start),
                        new SendingResumed(start, ResumeReason.KEYWORD),
                        new Confirmed(id, List.of(start), Said.of(new Resumed(), Language.FRENCH, false), 1));
    }

    @Test
    void while_a_person_leads_start_only_lets_them_write() {
        var start = marieWrote("START", NOON.plusSeconds(60));

        given(with(optedOut(), new LeadMoved(new OthersLead(2))))
                .when(new HearStart(start, Language.FRENCH, CONFIRMATION))
                .then(new MessageHeard(start), new SendingResumed(start, ResumeReason.KEYWORD));
    }

    @Test
    void a_start_from_before_the_stop_is_a_message_like_any_other() {
        var start = marieWrote("START", NOON);

        given(optedOut())
                .when(new HearStart(start, Language.FRENCH, CONFIRMATION))
                .then(new MessageHeard(start));
        given().when(new HearStart(start, Language.FRENCH, CONFIRMATION)).then(new MessageHeard(start));
    }

    @Test
    void while_a_person_leads_a_wish_lets_them_write_and_the_assistant_says_nothing() {
        var dialogue = given(with(optedOut(), new LeadMoved(new OthersLead(2)), new MessageHeard(LATER)))
                .dialogue();

        assertThat(dialogue.turn(LATER.at())).isEqualTo(new ReadForWish(List.of(LATER), null));
        var after = new DialogueSpec(dialogue)
                .when(new Weigh(openingHours(), null))
                .then(new SendingResumed(LATER, ResumeReason.EXPLICIT_WISH))
                .after();
        assertThat(after.waiting()).containsExactly(LATER);
        assertThat(after.turn(LATER.at())).isEqualTo(new Silence());
    }

    @Test
    void while_a_person_leads_what_is_no_wish_is_read_once() {
        var after = given(with(optedOut(), new LeadMoved(new OthersLead(2)), new MessageHeard(LATER)))
                .when(new Weigh(reading(Intent.THANKS), null))
                .then(new NothingWished(List.of(LATER)))
                .after();

        assertThat(after.turn(LATER.at())).isEqualTo(new Silence());
        assertThat(after.optOut()).isNotNull();
    }

    @Test
    void what_a_broken_engine_cannot_read_lifts_nothing_while_a_person_leads() {
        given(with(optedOut(), new LeadMoved(new OthersLead(2)), new MessageHeard(LATER)))
                .when(new GiveUp(HandoverReason.ASSISTANT_FAILED))
                .then(new NothingWished(List.of(LATER)));
    }

    @Test
    void an_opt_out_outlives_changes_of_leader() {
        var after = given(with(optedOut(), new LeadMoved(new OthersLead(2))))
                .when(new FollowLead(3, Leader.assistant(), NOON.plusSeconds(30)))
                .after();

        assertThat(after.optOut()).isNotNull();
        assertThat(given(optedOut())
                        .when(new FollowLead(2, SOPHIE, NOON.plusSeconds(30)))
                        .after()
                        .optOut())
                .isNotNull();
    }

    private static DialogueEvent[] optedOut() {
        return new DialogueEvent[] {new MessageHeard(STOP), stopped(STOP), confirmed(List.of(STOP), 1)};
    }

    private static DialogueEvent[] with(DialogueEvent[] before, DialogueEvent... after) {
        var all = new ArrayList<>(List.of(before));
        all.addAll(List.of(after));
        return all.toArray(DialogueEvent[]::new);
    }

    private static HearStop stop(Heard message) {
        return new HearStop(message, message.body(), Language.FRENCH, CONFIRMATION);
    }

    private static SendingStopped stopped(Heard message) {
        return new SendingStopped(message, message.body(), CONFIRMATION);
    }

    private static Confirmed confirmed(List<Heard> messages, long leaderNumber) {
        return new Confirmed(CONFIRMATION, messages, Said.of(new Stopped(), Language.FRENCH, true), leaderNumber);
    }

    private static KeptSilent silent(Heard message) {
        return new KeptSilent(List.of(message), CONFIRMATION);
    }

    private static Answered answered(Heard message) {
        return new Answered(
                List.of(message),
                Said.of(FaqGiven.of(Fixtures.OPENING_HOURS), Language.FRENCH, false),
                openingHours(),
                1);
    }
}
