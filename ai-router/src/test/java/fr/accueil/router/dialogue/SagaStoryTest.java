package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Leader;
import fr.accueil.router.dialogue.DialogueCommand.ExpireFlow;
import fr.accueil.router.dialogue.DialogueCommand.ExpireHold;
import fr.accueil.router.dialogue.DialogueCommand.HearBooked;
import fr.accueil.router.dialogue.DialogueCommand.HearTaken;
import fr.accueil.router.dialogue.DialogueCommand.StopWaiting;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.Told;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent.BookingAsked;
import fr.accueil.router.flow.FlowEvent.FlowAbandoned;
import fr.accueil.router.flow.FlowEvent.SlotHoldAsked;
import fr.accueil.router.flow.FlowEvent.SlotReleased;
import fr.accueil.router.flow.Memory;
import fr.accueil.router.flow.MemoryJson;
import fr.accueil.router.flow.Pick;
import fr.accueil.router.speech.Content.BookingDone;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Content.Proposed;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.speech.Why;
import fr.accueil.router.understanding.Asked;
import org.junit.jupiter.api.Test;

/// The conversation with conversation-service about a slot: nothing is called held or booked before it has said so.
class SagaStoryTest {

    private final House camelia = House.withSeats(1);
    private final Phone marie = camelia.phone("Marie");

    @Test
    void nothing_is_said_of_a_booking_before_it_is_confirmed() {
        marie.agendaIsSilent();
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h")
                .writes("oui")
                .isToldNothing();
        marie.caused(BookingAsked.class);
        marie.writes("merci").isToldNothing();

        marie.agendaAnswers().isTold(BookingDone.class);

        assertThat(marie.dialogue().waiting())
                .singleElement()
                .satisfies(it -> assertThat(it.body()).isEqualTo("merci"));
    }

    @Test
    void no_answer_in_time_is_noted_and_a_person_confirms() {
        marie.agendaIsSilent();
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h").writes("oui");

        marie.hears(new StopWaiting(marie.view()));

        assertThat(marie.isTold(PassedOn.class).matter()).isEqualTo(Matter.BOOKING_UNCONFIRMED);
        assertThat(marie.events())
                .anyMatch(it -> it instanceof HandedOver over && over.reason() == HandoverReason.BOOKING_UNCONFIRMED);
        assertThat(marie.dialogue().waiting()).isEmpty();
    }

    @Test
    void a_confirmation_that_comes_after_that_says_nothing_more() {
        marie.agendaIsSilent();
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h").writes("oui");
        marie.hears(new StopWaiting(marie.view()));

        marie.agendaAnswers().isToldNothing();
    }

    @Test
    void a_slot_that_is_lost_before_the_name_came_is_told_at_once() {
        marie.agendaIsSilent()
                .writes("je voudrais un rdv manucure vendredi à 11h")
                .isAskedFor(Asked.NAME);
        camelia.phone("Karim", "+33639980013")
                .writes("Karim Benali, un rdv manucure vendredi à 11h")
                .writes("oui");

        marie.agendaAnswers().isRefused(Why.SlotTaken.class);

        assertThat(marie.events()).anyMatch(Told.class::isInstance);
        assertThat(marie.isTold(Proposed.class).starts()).isNotEmpty();
        marie.writes("le premier").isAskedFor(Asked.NAME);
    }

    @Test
    void of_two_who_say_yes_to_one_slot_one_has_it() {
        var karim = camelia.phone("Karim", "+33639980013");
        marie.agendaIsSilent()
                .writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h")
                .writes("oui");
        karim.writes("Karim Benali, un rdv manucure vendredi à 11h")
                .writes("oui")
                .isTold(BookingDone.class);

        marie.agendaAnswers().isRefused(Why.SlotTaken.class);

        assertThat(camelia.agenda().bookings()).hasSize(1);
    }

    @Test
    void a_hold_is_released_on_silence_and_the_slot_is_looked_up_again() {
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h");
        var booking = marie.caused(SlotHoldAsked.class).booking();

        marie.hears(new ExpireHold(booking));
        assertThat(marie.dialogue().flow())
                .isInstanceOfSatisfying(
                        Flow.Booking.class,
                        it -> assertThat(it.pick())
                                .isInstanceOfSatisfying(
                                        Pick.Picked.class,
                                        pick -> assertThat(pick.keeping()).isEqualTo(Pick.Keeping.RELEASED)));

        marie.writes("oui").isTold(BookingDone.class);
    }

    @Test
    void another_hour_frees_the_slot_that_was_held() {
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h")
                .writes("plutôt dimanche")
                .isRefused(Why.Closed.class);

        marie.caused(SlotReleased.class);
    }

    @Test
    void a_flow_that_nobody_goes_on_with_is_forgotten_without_a_word() {
        marie.writes("je voudrais un rdv manucure vendredi à 11h");

        marie.hears(new ExpireFlow()).isToldNothing();

        marie.caused(FlowAbandoned.class);
        marie.caused(SlotReleased.class);
        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
    }

    @Test
    void when_a_person_takes_over_the_slot_is_free_again() {
        marie.writes("je voudrais un rdv manucure vendredi à 11h").isLedBy(Fixtures.SOPHIE);

        marie.caused(SlotReleased.class);
        marie.isLedBy(Leader.assistant());
        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
    }

    @Test
    void answers_about_what_is_over_change_nothing() {
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h");
        var hold = marie.caused(SlotHoldAsked.class);
        var booking = hold.booking();
        marie.writes("laissez tomber");

        marie.hears(new HearTaken(booking, hold.start(), marie.view())).isToldNothing();
        marie.hears(new HearBooked(booking, marie.view())).isToldNothing();
        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
    }

    @Test
    void what_is_remembered_can_be_written_down_and_read_again() {
        remembers("je voudrais un rdv manucure jeudi après-midi");
        remembers("je voudrais un rdv manucure entre lundi et vendredi");
        remembers("Marie Dupont, je voudrais un rdv manucure vendredi à 11h");
        marie.agendaIsSilent();
        remembers("oui");
        assertThat(marie.dialogue().flow().isWaiting()).isTrue();
        marie.agendaAnswers();
        remembers("je dois annuler mon rdv");
        remembers("non");
        remembers("il me faudrait un devis pour repeindre le salon");
        assertThat(MemoryJson.read("{}")).isEqualTo(Memory.EMPTY);
    }

    private void remembers(String message) {
        var memory = marie.writes(message).dialogue().memory();
        assertThat(MemoryJson.read(MemoryJson.write(memory))).isEqualTo(memory);
    }
}
