package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.FaqId;
import fr.accueil.events.Leader;
import fr.accueil.router.dialogue.DialogueCommand.NoteUnattended;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent.QuestionLeftOpen;
import fr.accueil.router.flow.FlowEvent.SlotReleased;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Content.SafetyWords;
import fr.accueil.router.speech.Content.StillWaiting;
import fr.accueil.router.speech.Content.Unclear;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.speech.Presence;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Mood;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Sensitive;
import fr.accueil.router.understanding.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// When a person is to answer, and what the assistant says then.
class HandOverStoryTest {

    private final House camelia = House.withSeats(1);
    private final Phone marie = camelia.phone("Marie");

    @Test
    void who_asks_for_a_person_gets_one_and_silence_until_the_hand_back() {
        marie.writes("je veux parler à quelqu'un");
        assertThat(reason()).isEqualTo(HandoverReason.CUSTOMER_ASKED);

        marie.isLedBy(Leader.nobody()).writes("allô ?").isToldNothing();
        marie.isLedBy(Fixtures.SOPHIE).writes("vous ouvrez à quelle heure ?").isToldNothing();
        marie.isLedBy(Leader.assistant())
                .hears(new DialogueCommand.NotePerson(House.NOW.plusHours(1).toInstant()));
        marie.writes("y a-t-il un parking ?").isTold(FaqGiven.class);
    }

    @Test
    void in_opening_hours_someone_is_there_soon_and_at_night_it_says_when() {
        marie.writes("je veux parler à quelqu'un");
        assertThat(marie.isTold(PassedOn.class).presence()).isEqualTo(new Presence.Soon());

        var karim = camelia.phone("Karim", "+33639980013").after(Duration.ofHours(12));
        karim.writes("je veux parler à quelqu'un");
        assertThat(karim.words()).contains("L'équipe sera là mercredi 11 mars à 9 h 30");
    }

    @Test
    void anger_reaches_a_person_also_in_the_middle_of_a_booking() {
        marie.writes("je voudrais un rdv manucure samedi à 11h")
                .writes(it -> it.feeling(Mood.ANGRY, null, null), "bravo, vraiment bravo 👏");

        assertThat(reason()).isEqualTo(HandoverReason.COMPLAINT);
        marie.caused(SlotReleased.class);
        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
    }

    @Test
    void what_cannot_be_answered_in_time_frees_the_slot_of_the_booking_that_ran() {
        marie.writes("je voudrais un rdv manucure samedi à 11h");

        marie.isUnanswered("Marie Dupont").hears(new DialogueCommand.GiveUp(HandoverReason.DEADLINE_PASSED));

        marie.caused(SlotReleased.class);
        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
    }

    @ParameterizedTest
    @CsvSource({"HEALTH, HEALTH", "LAW, LAW", "REFUND, REFUND"})
    void what_it_must_not_decide_reaches_a_person(Sensitive sensitive, Matter matter) {
        marie.writes(it -> it.feeling(Mood.NEUTRAL, null, sensitive), "je voudrais savoir pour mon cas");

        assertThat(reason()).isEqualTo(HandoverReason.SENSITIVE);
        assertThat(marie.isTold(PassedOn.class).matter()).isEqualTo(matter);
    }

    @ParameterizedTest
    @EnumSource(Urgency.class)
    void an_urgency_gets_safety_words_first_and_a_person_at_once(Urgency urgency) {
        marie.writes(it -> it.feeling(Mood.NEUTRAL, urgency, null), "venez vite svp");

        assertThat(reason()).isEqualTo(HandoverReason.URGENT);
        assertThat(marie.said().orElseThrow().contents().getFirst()).isEqualTo(new SafetyWords(urgency));
    }

    @Test
    void who_wants_the_leak_seen_to_on_friday_books_and_gets_the_safety_words_too() {
        marie.writes(it -> it.feeling(Mood.NEUTRAL, Urgency.WATER, null), "je voudrais un rdv manucure vendredi à 11h")
                .isTold(SafetyWords.class);

        assertThat(marie.isHandedOver()).isFalse();
        assertThat(marie.dialogue().flow()).isInstanceOf(Flow.Booking.class);
    }

    @Test
    void a_question_that_no_faq_settles_is_left_open_for_the_team() {
        marie.writes("vous avez un jacuzzi ?");

        assertThat(reason()).isEqualTo(HandoverReason.NO_ANSWER_KNOWN);
        assertThat(marie.caused(QuestionLeftOpen.class).question()).isEqualTo("vous avez un jacuzzi ?");
    }

    @Test
    void the_team_sees_which_of_its_answers_came_nearest_to_the_question() {
        var nearest = FaqId.of(UUID.randomUUID());

        marie.writes(_ -> Fixtures.reading(Intent.FAQ).nearTo(nearest), "vous ouvrez le 15 août ?");

        assertThat(marie.caused(QuestionLeftOpen.class).nearest()).isEqualTo(nearest);
    }

    @Test
    void misunderstood_once_it_says_what_it_can_do_and_twice_a_person_comes() {
        marie.writes(other(), "blub").isTold(Unclear.class);

        marie.writes(other(), "bla");

        assertThat(reason()).isEqualTo(HandoverReason.MISUNDERSTOOD);
    }

    @Test
    void what_it_understands_in_between_makes_it_a_first_time_again() {
        marie.writes(other(), "blub").writes("y a-t-il un parking ?");

        marie.writes(other(), "bla").isTold(Unclear.class);
    }

    @Test
    void in_a_booking_it_asks_once_more_and_then_a_person_comes() {
        marie.writes("je voudrais un rdv manucure");

        marie.writes(other(), "blub").isAskedFor(fr.accueil.router.understanding.Asked.MOMENT);
        marie.writes(other(), "bla");

        assertThat(reason()).isEqualTo(HandoverReason.MISUNDERSTOOD);
    }

    @Test
    void when_nobody_comes_the_customer_is_told_once() {
        marie.writes("je veux parler à quelqu'un").isLedBy(Leader.nobody());

        marie.hears(new NoteUnattended(marie.view())).isTold(StillWaiting.class);

        marie.hears(new NoteUnattended(marie.view())).isToldNothing();
    }

    @Test
    void when_somebody_has_come_there_is_nothing_to_tell() {
        marie.writes("je veux parler à quelqu'un").isLedBy(Leader.nobody()).isLedBy(Fixtures.SOPHIE);

        marie.hears(new NoteUnattended(marie.view())).isToldNothing();
    }

    private HandoverReason reason() {
        return marie.events().stream()
                .filter(HandedOver.class::isInstance)
                .map(it -> ((HandedOver) it).reason())
                .findFirst()
                .orElseThrow(() -> new AssertionError(marie.toString()));
    }

    private static UnaryOperator<Reading> other() {
        return _ -> new Reading(Intent.OTHER, 0.4, List.of(), Language.FRENCH, "local");
    }
}
