package fr.accueil.router.dialogue;

import static fr.accueil.router.dialogue.DialogueSpec.given;
import static fr.accueil.router.dialogue.Fixtures.NOON;
import static fr.accueil.router.dialogue.Fixtures.OPENING_HOURS;
import static fr.accueil.router.dialogue.Fixtures.marieSent;
import static fr.accueil.router.dialogue.Fixtures.marieWrote;
import static fr.accueil.router.dialogue.Fixtures.openingHours;
import static fr.accueil.router.dialogue.Fixtures.reading;
import static fr.accueil.router.dialogue.Fixtures.reply;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.MessageKind;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.MessageHeard;
import fr.accueil.router.dialogue.Turn.PassOn;
import fr.accueil.router.dialogue.Turn.Read;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.speech.Said;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the assistant does with what waits.
class WhatIsSaidTest {

    private static final Heard HELLO = marieWrote("Bonjour", NOON);
    private static final Heard QUESTION = marieWrote("vous ouvrez quand ?", NOON.plusSeconds(1));

    @Test
    void a_burst_gets_one_answer_that_names_all_of_it() {
        given(new MessageHeard(QUESTION), new MessageHeard(HELLO))
                .when(reply(openingHours()))
                .then(new Answered(
                        List.of(HELLO, QUESTION),
                        Said.of(FaqGiven.of(OPENING_HOURS), Language.FRENCH, true),
                        openingHours(),
                        1));
    }

    @Test
    void it_says_what_it_is_only_once() {
        var after = given(new MessageHeard(HELLO))
                .when(reply(reading(Intent.GREETING)))
                .after();

        new DialogueSpec(after.evolve(new MessageHeard(QUESTION)))
                .when(reply(openingHours()))
                .then(new Answered(
                        List.of(QUESTION),
                        Said.of(FaqGiven.of(OPENING_HOURS), Language.FRENCH, false),
                        openingHours(),
                        1));
    }

    @Test
    void a_message_is_answered_once() {
        var after =
                given(new MessageHeard(QUESTION)).when(reply(openingHours())).after();

        new DialogueSpec(after).when(reply(openingHours())).thenNothing();
    }

    @Test
    void the_same_message_is_heard_once() {
        given(new MessageHeard(QUESTION)).when(new Hear(QUESTION)).thenNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKING, NO_ANSWER_KNOWN, BOOKING",
        "CANCEL_BOOKING, NO_ANSWER_KNOWN, CANCELLATION",
        "HUMAN, CUSTOMER_ASKED, PERSON",
        "COMPLAINT, COMPLAINT, COMPLAINT"
    })
    void what_it_cannot_settle_without_an_agenda_is_handed_over_with_a_fitting_sentence(
            Intent intent, HandoverReason reason, Matter matter) {
        given(new MessageHeard(QUESTION))
                .when(reply(reading(intent)))
                .then(new HandedOver(
                        List.of(QUESTION),
                        reason,
                        Said.of(new PassedOn(matter), Language.FRENCH, true),
                        reading(intent),
                        1));
    }

    @Test
    void a_photo_is_handed_over_unread() {
        var photo = marieSent(MessageKind.IMAGE, "", NOON);

        var dialogue = given(new MessageHeard(photo)).dialogue();

        assertThat(dialogue.turn(NOON)).isEqualTo(new PassOn(HandoverReason.UNSUPPORTED_MESSAGE));
        new DialogueSpec(dialogue)
                .when(new GiveUp(HandoverReason.UNSUPPORTED_MESSAGE))
                .then(new HandedOver(
                        List.of(photo),
                        HandoverReason.UNSUPPORTED_MESSAGE,
                        Said.of(new PassedOn(Matter.MEDIA), Language.FRENCH, true),
                        null,
                        1));
    }

    @Test
    void a_message_older_than_ten_minutes_is_handed_over() {
        var dialogue = given(new MessageHeard(QUESTION)).dialogue();

        assertThat(dialogue.turn(QUESTION.at().plus(Duration.ofMinutes(10)))).isEqualTo(new Read(List.of(QUESTION)));
        assertThat(dialogue.turn(QUESTION.at().plus(Duration.ofMinutes(10)).plusMillis(1)))
                .isEqualTo(new PassOn(HandoverReason.TOO_OLD));
    }

    @Test
    void a_message_that_a_newer_answer_has_overtaken_goes_to_a_person_without_a_word() {
        var recovered = marieWrote("vous prenez la carte ?", NOON.minusSeconds(90));
        var dialogue = given(
                        new MessageHeard(QUESTION),
                        new Answered(
                                List.of(QUESTION),
                                Said.of(FaqGiven.of(OPENING_HOURS), Language.FRENCH, true),
                                openingHours(),
                                1),
                        new MessageHeard(recovered))
                .dialogue();

        assertThat(dialogue.turn(NOON)).isEqualTo(new PassOn(HandoverReason.TOO_OLD));
        new DialogueSpec(dialogue)
                .when(new GiveUp(HandoverReason.TOO_OLD))
                .then(new HandedOver(List.of(recovered), HandoverReason.TOO_OLD, null, null, 1));
    }

    @Test
    void two_webhooks_that_swap_places_are_both_answered() {
        var dialogue = given(
                        new MessageHeard(QUESTION),
                        new Answered(
                                List.of(QUESTION),
                                Said.of(FaqGiven.of(OPENING_HOURS), Language.FRENCH, true),
                                openingHours(),
                                1),
                        new MessageHeard(HELLO))
                .dialogue();

        assertThat(dialogue.turn(NOON.plusSeconds(2))).isEqualTo(new Read(List.of(HELLO)));
    }

    @Test
    void the_deadline_runs_from_when_the_answer_was_owed() {
        var dialogue = given(new MessageHeard(QUESTION.owedSince(NOON))).dialogue();
        var deadline = Duration.ofSeconds(20);

        assertThat(dialogue.overdue(NOON.plusSeconds(19), deadline)).isFalse();
        assertThat(dialogue.overdue(NOON.plusSeconds(20), deadline)).isTrue();
    }
}
