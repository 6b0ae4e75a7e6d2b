package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.router.dialogue.DialogueCommand.HearReminded;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent.BookingReconfirmed;
import fr.accueil.router.flow.FlowEvent.CancellationAsked;
import fr.accueil.router.speech.Content.Acknowledged;
import fr.accueil.router.speech.Content.AskedToCancel;
import fr.accueil.router.speech.Content.AskedWhich;
import fr.accueil.router.speech.Content.Cancelled;
import fr.accueil.router.speech.Content.Kept;
import fr.accueil.router.speech.Content.Moved;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Content.Reconfirmed;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.understanding.Asked;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How customers move and cancel what they have booked, and answer a reminder of it.
class ChangingStoryTest {

    private final House camelia = House.withSeats(1);
    private final Phone marie = camelia.phone("Marie");

    @BeforeEach
    void marie_comes_on_friday_at_eleven() {
        marie.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h").writes("oui");
        marie.after(Duration.ofHours(3));
    }

    @Test
    void to_another_day_at_the_same_hour() {
        marie.writes("bonjour, on peut décaler mon rdv à samedi, même heure ?").isReadBack("samedi 14 mars à 11 h");
        assertThat(marie.words()).contains("vendredi 13 mars à 11 h");

        marie.writes("oui").isTold(Moved.class);

        assertThat(camelia.agenda().bookings())
                .filteredOn(it -> !it.cancelled())
                .singleElement()
                .satisfies(it -> assertThat(it.booking().start()).isEqualTo("2026-03-14T10:00:00Z"));
    }

    @Test
    void to_an_hour_later_that_overlaps_its_own() {
        marie.writes("je voudrais décaler mon rdv à 11h15").writes("vendredi").isReadBack("11 h 15");
    }

    @Test
    void to_where_nothing_was_said_yet() {
        marie.writes("je voudrais déplacer mon rdv de vendredi").isAskedFor(Asked.MOMENT);
        marie.writes("la veille à 10h").isReadBack("jeudi 12 mars à 10 h");
    }

    @Test
    void a_correction_of_what_is_booked_moves_it() {
        marie.writes("finalement je préfère un rdv mercredi 18 à 15h").isReadBack("mercredi 18 mars à 15 h");
    }

    @Test
    void cancelled_once_they_are_sure() {
        marie.writes("je dois annuler mon rdv de vendredi").isTold(AskedToCancel.class);
        assertThat(marie.booked().cancelled()).isFalse();

        marie.writes("oui annulez").isTold(Cancelled.class);

        assertThat(marie.booked().cancelled()).isTrue();
    }

    @Test
    void kept_when_they_are_not() {
        marie.writes("je dois annuler mon rdv").writes("non finalement").isTold(Kept.class);

        assertThat(marie.booked().cancelled()).isFalse();
        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
    }

    @Test
    void which_one_is_asked_where_there_are_several() {
        marie.writes("je voudrais un autre rdv, massage du dos samedi à 11h").writes("oui");

        assertThat(marie.writes("je dois annuler mon rdv")
                        .isTold(AskedWhich.class)
                        .visits())
                .hasSize(2);
        marie.writes("le deuxième").isTold(AskedToCancel.class);
        assertThat(marie.writes("oui").caused(CancellationAsked.class).booking())
                .isEqualTo(marie.booked().booking().id());
    }

    @Test
    void nobody_cancels_what_is_another_s() {
        var karim = camelia.phone("Karim", "+33639980013");

        karim.writes("je dois annuler mon rdv de vendredi");

        assertThat(karim.isTold(PassedOn.class).matter()).isEqualTo(Matter.CANCELLATION);
        assertThat(marie.booked().cancelled()).isFalse();
    }

    @Test
    void reminded_of_it_they_confirm() {
        marie.taps("Confirmer", payload("confirm")).isTold(Reconfirmed.class);

        assertThat(marie.caused(BookingReconfirmed.class).booking())
                .isEqualTo(marie.booked().booking().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"oui je confirme", "oui", "ok c'est bon pour moi"})
    void reminded_in_plain_words_they_confirm_in_plain_words(String yes) {
        marie.hears(new HearReminded(marie.booked().booking().id()));

        marie.writes(yes).isTold(Reconfirmed.class);

        assertThat(marie.caused(BookingReconfirmed.class).booking())
                .isEqualTo(marie.booked().booking().id());
        marie.writes("ok").isTold(Acknowledged.class);
    }

    @Test
    void who_says_no_to_a_reminder_is_asked_whether_to_cancel() {
        marie.hears(new HearReminded(marie.booked().booking().id()));

        marie.writes("non").isTold(AskedToCancel.class);
    }

    @Test
    void an_ok_that_answers_no_reminder_confirms_nothing() {
        marie.writes("ok").isTold(Acknowledged.class);
    }

    @Test
    void who_gives_up_coming_in_the_middle_of_a_move_is_asked_whether_to_cancel() {
        marie.writes("je voudrais déplacer mon rdv de vendredi");

        marie.writes("finalement j'annule").isTold(AskedToCancel.class);
        marie.writes("oui").isTold(Cancelled.class);

        assertThat(marie.booked().cancelled()).isTrue();
    }

    @Test
    void moved_to_where_their_practitioner_is_taken_somebody_else_takes_it() {
        var salon = House.withTeam();
        var ines = salon.phone("Inès");
        ines.writes("Marie Dupont, je voudrais un rdv manucure vendredi à 11h").writes("oui");
        var with = ines.booked().booking().practitioner();
        var other = House.LEA.equals(with) ? "Inès" : "Léa";
        salon.phone("Zoé", "+33639980055")
                .writes("Zoé Martin, je voudrais un rdv manucure samedi à 11h avec "
                        + (House.LEA.equals(with) ? "Léa" : "Inès"))
                .writes("oui");

        ines.writes("on peut décaler mon rdv à samedi, même heure ?").isReadBack("samedi 14 mars à 11 h");

        assertThat(ines.words()).contains("avec " + other);
        ines.writes("oui").isTold(Moved.class);
    }

    @Test
    void reminded_of_it_they_move_it() {
        marie.taps("Déplacer", payload("move")).isAskedFor(Asked.MOMENT);
        marie.writes("samedi à 10h").isReadBack("samedi 14 mars à 10 h");
    }

    @Test
    void reminded_of_it_they_cancel_it() {
        marie.taps("Annuler", payload("cancel")).isTold(AskedToCancel.class);
        marie.writes("oui").isTold(Cancelled.class);
    }

    private String payload(String wish) {
        return "booking:" + wish + ":" + marie.booked().booking().id();
    }
}
