package fr.accueil.router.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.router.understanding.KeyWord.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// STOP, START and their kin are heard when they stand alone, and only then.
class KeyWordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                "Stop",
                "sToP",
                "STOP !",
                "stop.",
                "STOP!!!",
                "« STOP »",
                "\"stop\"",
                "  stop \n",
                "stop\u00a0!",
                "STOP 🛑",
                "🙏🏽 stop",
                "s.t.o.p",
                "STOP\u200b",
                "STOP\u0000",
                "ＳＴＯＰ",
                "stopall",
                "arret",
                "ARRET",
                "ARRÊT",
                "arrêt",
                "arre\u0302t",
                "Arrêt.",
                "arrête",
                "ARRETE",
                "arrêter",
                "Arrêtez !",
                "désabonner",
                "DESABONNER",
                "désabonnez",
                "Désabonnement",
                "désinscrire",
                "désinscrivez",
                "DÉSINSCRIPTION",
                "unsubscribe",
                "opt-out",
                "OPTOUT",
                "quit",
                "end",
                "Revoke"
            })
    void stops(String text) {
        assertThat(KeyWord.in(text))
                .hasValueSatisfying(it -> assertThat(it.meaning()).isEqualTo(Meaning.STOP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"START", "start !", "«Start»", "UNSTOP", "reprendre", "Réabonner", "réinscription", "opt-in"})
    void starts(String text) {
        assertThat(KeyWord.in(text))
                .hasValueSatisfying(it -> assertThat(it.meaning()).isEqualTo(Meaning.START));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "🛑",
                "!",
                "stop svp",
                "stop stop",
                "stop à tout",
                "bus stop",
                "non-stop",
                "vous êtes ouverts non stop ?",
                "stopper",
                "stopp",
                "stops",
                "arrête de me faire rire",
                "un arrêt de bus à côté ?",
                "l'arrêt",
                "je dois m'arrêter où ?",
                "je veux me désabonner",
                "la fin",
                "week-end",
                "annuler",
                "Annulation",
                "cancel",
                "CANCEL",
                "oui",
                "yes",
                "non",
                "1",
                "stop1",
                "ѕтор"
            })
    void says_neither(String text) {
        assertThat(KeyWord.in(text)).isEmpty();
    }

    @Test
    void an_english_word_is_answered_in_english() {
        assertThat(KeyWord.in("unsubscribe")).contains(new KeyWord(Meaning.STOP, Language.ENGLISH));
        assertThat(KeyWord.in("stop")).contains(new KeyWord(Meaning.STOP, Language.FRENCH));
    }
}
