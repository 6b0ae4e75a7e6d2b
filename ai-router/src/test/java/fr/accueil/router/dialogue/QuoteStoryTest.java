package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.MessageKind;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent.LeadCaptured;
import fr.accueil.router.flow.FlowEvent.SlotReleased;
import fr.accueil.router.speech.Content.EmailSuggested;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.LeadDone;
import fr.accueil.router.speech.Content.PhotoAttached;
import fr.accueil.router.speech.Why;
import fr.accueil.router.understanding.Asked;
import org.junit.jupiter.api.Test;

/// How customers ask for a quote.
class QuoteStoryTest {

    private static final String NEED = "Bonjour, il me faudrait un devis pour refaire une salle de bain de 6 m2";

    private final House camelia = House.withSeats(1);
    private final Phone marie = camelia.phone("Marie");

    @Test
    void need_name_and_address_and_it_is_on_its_way() {
        marie.writes(NEED).isAskedFor(Asked.NAME);
        marie.writes("Bernard Lafitte").isAskedFor(Asked.EMAIL);
        marie.writes("bernard.lafitte@example.fr").isTold(LeadDone.class);

        var lead = marie.caused(LeadCaptured.class);
        assertThat(lead.need()).contains("salle de bain");
        assertThat(lead.name()).isEqualTo("Bernard Lafitte");
        assertThat(lead.email()).isEqualTo("bernard.lafitte@example.fr");
        assertThat(lead.phone()).isEqualTo("+33639980012");
        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
    }

    @Test
    void all_at_once_asks_nothing() {
        marie.writes(NEED).writes("Bernard Lafitte, bernard.lafitte@example.fr").isTold(LeadDone.class);
    }

    @Test
    void the_need_is_asked_where_only_a_quote_is() {
        marie.writes("je voudrais un devis svp").isAskedFor(Asked.NEED);
        marie.writes("repeindre le salon, 30 m2, murs et plafond").isAskedFor(Asked.NAME);
    }

    @Test
    void a_broken_address_is_refused_and_asked_again() {
        marie.writes(NEED)
                .writes("Bernard Lafitte")
                .writes("bernard.lafitte@example")
                .isRefused(Why.BrokenEmail.class)
                .isAskedFor(Asked.EMAIL);

        marie.writes("pardon : bernard.lafitte@example.fr").isTold(LeadDone.class);
    }

    @Test
    void a_misspelt_domain_is_asked_about_and_a_yes_mends_it() {
        marie.writes(NEED).writes("Bernard Lafitte");
        assertThat(marie.writes("bernard.lafitte@gmial.com")
                        .isTold(EmailSuggested.class)
                        .suggestion())
                .isEqualTo("bernard.lafitte@gmail.com");

        assertThat(marie.writes("oui").caused(LeadCaptured.class).email()).isEqualTo("bernard.lafitte@gmail.com");
    }

    @Test
    void at_a_no_the_address_stands_as_it_was_written() {
        marie.writes(NEED).writes("Bernard Lafitte").writes("bernard.lafitte@gmial.com");

        assertThat(marie.writes("non").caused(LeadCaptured.class).email()).isEqualTo("bernard.lafitte@gmial.com");
    }

    @Test
    void who_has_no_address_is_called() {
        marie.writes(NEED)
                .writes("Bernard Lafitte")
                .writes("je n'ai pas d'email")
                .isTold(LeadDone.class);

        assertThat(marie.caused(LeadCaptured.class).email()).isNull();
    }

    @Test
    void a_phone_is_asked_for_where_whats_app_gives_none() {
        var hidden = camelia.phone("Marie", null);

        hidden.writes(NEED)
                .writes("Bernard Lafitte")
                .writes("bernard.lafitte@example.fr")
                .isAskedFor(Asked.PHONE);

        assertThat(hidden.writes("06 39 98 10 01").caused(LeadCaptured.class).phone())
                .isEqualTo("+33639981001");
    }

    @Test
    void photos_go_with_it() {
        marie.writes(NEED);

        assertThat(marie.sends(MessageKind.IMAGE, "")
                        .isAskedFor(Asked.NAME)
                        .isTold(PhotoAttached.class)
                        .photos())
                .isEqualTo(1);
        assertThat(marie.sends(MessageKind.IMAGE, "voilà l'autre mur")
                        .isTold(PhotoAttached.class)
                        .photos())
                .isEqualTo(2);
        marie.writes("Bernard Lafitte");
        assertThat(marie.writes("bernard.lafitte@example.fr")
                        .caused(LeadCaptured.class)
                        .photos())
                .hasSize(2);
    }

    @Test
    void a_question_in_the_middle_is_answered_and_the_quote_goes_on() {
        marie.writes(NEED)
                .writes("y a-t-il un parking ?")
                .isAskedFor(Asked.NAME)
                .isTold(FaqGiven.class);
    }

    @Test
    void a_booking_becomes_a_quote_and_its_slot_is_free_again() {
        marie.writes("je voudrais un rdv massage du dos vendredi à 11h").isAskedFor(Asked.NAME);

        marie.writes("en fait non, avant de fixer une date il me faudrait un devis")
                .isAskedFor(Asked.NEED);
        marie.caused(SlotReleased.class);
        marie.writes("une journée de massages pour douze collègues").isAskedFor(Asked.NAME);
        marie.writes("Bernard Lafitte");

        assertThat(marie.writes("bernard.lafitte@example.fr")
                        .caused(LeadCaptured.class)
                        .need())
                .contains("Massage du dos", "douze collègues");
    }

    @Test
    void a_quote_becomes_a_booking() {
        marie.writes(NEED)
                .writes("finalement je voudrais plutôt un rdv manucure vendredi à 11h")
                .isAskedFor(Asked.NAME);

        assertThat(marie.dialogue().flow()).isInstanceOf(Flow.Booking.class);
    }
}
