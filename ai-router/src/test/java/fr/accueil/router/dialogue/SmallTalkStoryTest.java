package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.MessageKind;
import fr.accueil.router.dialogue.DialogueEvent.SendingStopped;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.speech.Content.Acknowledged;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.Greeted;
import fr.accueil.router.speech.Content.OtherLanguage;
import fr.accueil.router.speech.Content.Sticker;
import fr.accueil.router.speech.Content.Stopped;
import fr.accueil.router.speech.Content.Thanked;
import fr.accueil.router.speech.Content.VoiceNote;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Reading;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What is said besides: greetings, thanks, voice notes, stickers, other languages, and the wish to hear nothing.
class SmallTalkStoryTest {

    private final House camelia = House.withSeats(1);
    private final Phone marie = camelia.phone("Marie");

    @Test
    void hello_and_thanks() {
        marie.writes("bonjour").isTold(Greeted.class);
        marie.writes("merci beaucoup").isTold(Thanked.class);
        marie.writes(reading(Intent.OTHER, Language.FRENCH), "non").isTold(Acknowledged.class);
    }

    @Test
    void the_same_question_gets_the_same_answer_under_another_opening() {
        assertThat(marie.writes("y a-t-il un parking ?").isTold(FaqGiven.class).again())
                .isFalse();

        var again = marie.writes("il y a un parking ?").isTold(FaqGiven.class);

        assertThat(again.again()).isTrue();
        assertThat(marie.words()).startsWith("Comme je vous le disais : Parking Gambetta");
    }

    @Test
    void it_cannot_listen_and_says_so_and_a_second_time_a_person_does() {
        marie.sends(MessageKind.AUDIO, "").isTold(VoiceNote.class);
        assertThat(marie.isHandedOver()).isFalse();

        assertThat(marie.sends(MessageKind.AUDIO, "").isHandedOver()).isTrue();
    }

    @Test
    void a_voice_note_does_not_end_a_booking() {
        marie.writes("je voudrais un rdv manucure").sends(MessageKind.AUDIO, "").isTold(VoiceNote.class);

        marie.writes("vendredi 11h").isAskedFor(Asked.NAME);
    }

    @Test
    void a_sticker_is_a_smile() {
        marie.sends(MessageKind.STICKER, "").isTold(Sticker.class);

        marie.writes("y a-t-il un parking ?").isTold(FaqGiven.class);
    }

    @Test
    void english_gets_english() {
        marie.writes(reading(Intent.BOOKING, Language.ENGLISH), "I would like an appointment");

        assertThat(marie.words()).contains("For which service?");
    }

    @Test
    void other_languages_get_a_polite_sentence_and_then_a_person() {
        marie.writes(reading(Intent.OTHER, Language.OTHER), "buenos días, quisiera una cita")
                .isTold(OtherLanguage.class);

        assertThat(marie.writes(reading(Intent.OTHER, Language.OTHER), "no hablo francés")
                        .isHandedOver())
                .isTrue();
    }

    @Test
    void an_opt_out_in_any_words_is_obeyed_and_ends_what_runs() {
        marie.writes("je voudrais un rdv manucure vendredi 11h")
                .writes("j'en ai marre de vos pubs, ne m'écrivez plus jamais")
                .isTold(Stopped.class);

        assertThat(marie.events()).anyMatch(SendingStopped.class::isInstance);
        assertThat(marie.dialogue().flow()).isEqualTo(new Flow.None());
        marie.writes("ok").isToldNothing();
    }

    private static UnaryOperator<Reading> reading(Intent intent, Language language) {
        return it -> new Reading(intent, 0.9, List.of(), language, "local").with(it.slots());
    }
}
