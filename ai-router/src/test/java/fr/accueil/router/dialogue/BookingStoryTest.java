package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.agenda.VisitRequest.Whom;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent.BookingAsked;
import fr.accueil.router.flow.FlowEvent.FlowAbandoned;
import fr.accueil.router.flow.FlowEvent.SlotHoldAsked;
import fr.accueil.router.speech.Content.Abandoned;
import fr.accueil.router.speech.Content.AskedWhatToChange;
import fr.accueil.router.speech.Content.BookingDone;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.Proposed;
import fr.accueil.router.speech.Content.QuestionNoted;
import fr.accueil.router.speech.Content.ReadBack;
import fr.accueil.router.speech.Why;
import fr.accueil.router.understanding.Asked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How customers book.
class BookingStoryTest {

    private final House camelia = House.withSeats(1);
    private final Phone marie = camelia.phone("Marie");

    @Test
    void one_thing_at_a_time() {
        marie.writes("bonjour, je voudrais un rdv pour une manucure").isAskedFor(Asked.MOMENT);
        marie.writes("vendredi").isAskedFor(Asked.HOUR);
        marie.writes("14h30").isAskedFor(Asked.NAME);
        assertThat(marie.caused(SlotHoldAsked.class).start()).isEqualTo("2026-03-13T13:30:00Z");

        marie.writes("Marie Dupont").isReadBack("vendredi 13 mars à 14 h 30");
        marie.writes("oui");

        assertThat(marie.isTold(BookingDone.class).visit().name()).isEqualTo("Marie Dupont");
        assertThat(marie.words()).contains("Manucure", "vendredi 13 mars à 14 h 30", "au nom de Marie Dupont");
        assertThat(marie.booked().booking().start()).isEqualTo("2026-03-13T13:30:00Z");
        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
    }

    @Test
    void all_at_once_is_read_back_at_once() {
        marie.writes("Bonjour, Marie Dupont, je voudrais un rdv manucure vendredi à 11h")
                .isReadBack("vendredi 13 mars à 11 h");
        marie.writes("oui parfait");

        marie.isTold(BookingDone.class);
    }

    @Test
    void several_services_are_one_visit() {
        marie.writes("je voudrais un rdv pour une manucure et un massage du dos vendredi à 11h")
                .isAskedFor(Asked.NAME);

        assertThat(marie.caused(SlotHoldAsked.class).services()).containsExactlyInAnyOrder(House.NAILS, House.MASSAGE);
    }

    @Test
    void a_practitioner_is_taken_at_their_word_and_nobody_else_is() {
        var ines = House.withTeam().phone("Marie");

        ines.writes("je voudrais un rdv manucure avec Inès vendredi à 11h");

        assertThat(ines.caused(SlotHoldAsked.class).practitioner()).isEqualTo(House.INES);
        ines.writes("Marie Dupont").isReadBack("avec Inès");
    }

    @Test
    void peu_importe_is_anybody() {
        var anyone = House.withTeam().phone("Marie");

        anyone.writes("je voudrais un rdv manucure vendredi à 11h, peu importe avec qui");

        assertThat(anyone.caused(SlotHoldAsked.class).practitioner()).isNull();
        assertThat(((Flow.Booking) anyone.dialogue().flow()).wishes().whom()).isEqualTo(new Whom.Anyone());
    }

    @Test
    void a_part_of_the_day_gets_proposals_and_an_hour_of_them_is_enough() {
        marie.writes("je voudrais un rdv manucure jeudi après-midi");
        assertThat(marie.isTold(Proposed.class).starts()).hasSize(3);
        marie.isAskedFor(Asked.SLOT);

        marie.writes("le premier").isAskedFor(Asked.NAME);

        assertThat(marie.caused(SlotHoldAsked.class).start()).isEqualTo("2026-03-12T12:00:00Z");
    }

    @Test
    void whenever_you_want_gets_the_next_free_ones() {
        marie.writes("je voudrais un rdv manucure").writes("quand vous voulez");

        assertThat(marie.isTold(Proposed.class).starts()).isNotEmpty();
    }

    @Test
    void closed_days_and_holidays_are_refused_with_the_reason_and_other_times() {
        marie.writes("je voudrais un rdv manucure dimanche à 15h")
                .isRefused(Why.Closed.class)
                .isAskedFor(Asked.SLOT);
        assertThat(marie.words()).contains("fermés le dimanche");

        marie.writes("lundi alors").isRefused(Why.Closed.class);
        marie.writes("le vendredi 1er mai à 10h").isRefused(Why.Closed.class);
        assertThat(marie.words()).contains("Fête du Travail");

        marie.writes("la veille alors, à 10h").isAskedFor(Asked.NAME);
        assertThat(marie.caused(SlotHoldAsked.class).start()).isEqualTo("2026-04-30T08:00:00Z");
    }

    @Test
    void an_hour_after_closing_is_refused_and_the_day_stays() {
        marie.writes("je voudrais un rdv manucure samedi à 18h").isRefused(Why.Closed.class);
        assertThat(marie.words()).contains("de 9 h à 17 h");

        marie.writes("10h").isAskedFor(Asked.NAME);
        assertThat(marie.caused(SlotHoldAsked.class).start()).isEqualTo("2026-03-14T09:00:00Z");
    }

    @Test
    void what_is_past_is_refused() {
        marie.writes("je voudrais un rdv manucure mercredi 4 mars à 14h")
                .isRefused(Why.Past.class)
                .isAskedFor(Asked.MOMENT);
    }

    @Test
    void what_is_taken_is_refused_with_the_next_free_ones() {
        camelia.phone("Karim", "+33639980013")
                .writes("un rdv manucure samedi à 15h pour Karim Benali")
                .writes("oui");

        marie.writes("je voudrais un rdv manucure samedi à 15h").isRefused(Why.SlotTaken.class);
        assertThat(marie.isTold(Proposed.class).starts()).isNotEmpty();
        marie.writes("ok pour 11h30 samedi alors").isAskedFor(Asked.NAME);
    }

    @Test
    void a_correction_changes_what_it_says_and_nothing_else() {
        marie.writes("je voudrais un rdv massage du dos mercredi 15h").isAskedFor(Asked.NAME);

        marie.writes("non pardon, jeudi").isAskedFor(Asked.NAME);
        assertThat(marie.caused(SlotHoldAsked.class).start()).isEqualTo("2026-03-12T14:00:00Z");
        marie.writes("et en fait 17h30 pas 15h");
        assertThat(marie.caused(SlotHoldAsked.class).start()).isEqualTo("2026-03-12T16:30:00Z");
        marie.writes("ah mince, vendredi plutôt, même heure");
        assertThat(marie.caused(SlotHoldAsked.class).start()).isEqualTo("2026-03-13T16:30:00Z");
    }

    @Test
    void a_question_in_the_middle_is_answered_and_the_booking_goes_on() {
        marie.writes("je voudrais un rdv manucure samedi").isAskedFor(Asked.HOUR);

        marie.writes("y a-t-il un parking ?").isAskedFor(Asked.HOUR).isTold(FaqGiven.class);
        marie.writes("11h").isAskedFor(Asked.NAME);
    }

    @Test
    void a_question_that_nobody_has_answered_yet_is_noted_and_the_booking_goes_on() {
        marie.writes("je voudrais un rdv manucure samedi")
                .writes("vous avez un jacuzzi ?")
                .isAskedFor(Asked.HOUR);

        marie.isTold(QuestionNoted.class);
        assertThat(marie.isHandedOver()).isFalse();
    }

    @Test
    void no_to_what_is_read_back_asks_what_to_change_and_a_second_no_ends_it() {
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h")
                .writes("non")
                .isTold(AskedWhatToChange.class);
        marie.writes("16h").isReadBack("vendredi 13 mars à 16 h");

        marie.writes("non").isTold(AskedWhatToChange.class);
        marie.writes("non").isTold(Abandoned.class);
        marie.caused(FlowAbandoned.class);
    }

    @Test
    void what_is_asked_beside_a_booking_is_answered_first() {
        marie.writes("je voudrais un rdv manucure vendredi, il y a un parking ?")
                .isAskedFor(Asked.HOUR);

        marie.isTold(FaqGiven.class);
    }

    @Test
    void what_is_asked_beside_the_agreement_is_answered_while_the_agenda_is_asked() {
        marie.writes("Bonjour, Marie Dupont, je voudrais un rdv manucure vendredi à 11h")
                .isReadBack("vendredi 13 mars à 11 h");
        marie.agendaIsSilent();

        marie.writes("oui. Il y a un parking ?").isTold(FaqGiven.class);

        marie.caused(BookingAsked.class);
        marie.agendaAnswers().isTold(BookingDone.class);
    }

    @Test
    void who_gives_up_is_let_go() {
        marie.writes("je voudrais un rdv manucure samedi à 11h")
                .writes("laissez tomber")
                .isTold(Abandoned.class);

        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
        marie.writes("y a-t-il un parking ?").isTold(FaqGiven.class);
    }

    @Test
    void who_comes_back_the_next_day_is_taken_at_that_day_s_word() {
        marie.writes("je voudrais un rdv manucure").isAskedFor(Asked.MOMENT);

        marie.after(Duration.ofDays(1))
                .writes("re bonjour, demain 13h30 c'est bon pour vous ?")
                .isAskedFor(Asked.NAME);

        assertThat(marie.caused(SlotHoldAsked.class).start()).isEqualTo("2026-03-12T12:30:00Z");
    }

    @Test
    void the_name_is_asked_once_in_a_lifetime() {
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h").writes("oui");

        marie.writes("je voudrais aussi un rdv massage du dos samedi à 11h");

        assertThat(marie.isTold(ReadBack.class).visit().name()).isEqualTo("Marie Dupont");
    }

    @Test
    void a_second_yes_books_nothing() {
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h")
                .writes("oui")
                .writes("oui");

        assertThat(marie.events()).noneMatch(it -> it instanceof DialogueEvent.InFlow(BookingAsked _));
        assertThat(camelia.agenda().bookings()).hasSize(1);
    }

    @Test
    void two_messages_where_one_would_do_are_read_as_one() {
        marie.writes("je voudrais un rdv", "manucure", "vendredi 11h").isAskedFor(Asked.NAME);
    }
}
