package fr.accueil.language.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentReaderTest {

    private static final IntentReader READER = IntentReader.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    slt g besoin dun rdv pr une couleur samedi          | BOOKING
                    quels sont vos horaires le jeudi                    | FAQ
                    pouvez-vous me chiffrer la pose de 4 fenêtres       | QUOTE
                    j'aimerais que quelqu'un me téléphone               | HUMAN
                    ouais génial, troisième fois que personne ne vient  | COMPLAINT
                    jpeux pas venir demain, annulez svp                 | CANCEL_BOOKING
                    arrêtez de m'envoyer vos sms                        | OPT_OUT
                    coucou                                              | GREETING
                    merci mille fois, c'est magnifique                  | THANKS
                    """)
    void an_intent_is_read_in_the_words_of_customers(String text, Intent intent) {
        assertThat(READER.read(text).intent()).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ça sent très fort le gaz dans mon entrée                | GAS
                    l'eau monte dans la cave, rien ne l'arrête, inondation  | WATER
                    la prise du frigo fume et sent le brûlé                 | FIRE
                    plus de courant dans tout l'appartement                 | POWER
                    combien coûte l'entretien d'une chaudière gaz           | NONE
                    un brushing vendredi ?                                  | NONE
                    """)
    void a_danger_is_told_from_a_job(String text, Urgency urgency) {
        assertThat(READER.read(text).urgency()).isEqualTo(urgency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    je suis enceinte, le massage est-il dangereux ?  | HEALTH
                    mon avocat vous écrira                           | LAW
                    je veux être remboursée de mon forfait           | REFUND
                    un massage pour deux samedi                      | NONE
                    """)
    void what_a_person_must_decide_is_seen(String text, Sensitive sensitive) {
        assertThat(READER.read(text).sensitive()).isEqualTo(sensitive);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bande d'escrocs, c'est une honte !!         | ANGRY
                    bravo, encore une matinée perdue 👏          | ANGRY
                    je suis un peu déçue de ma couleur          | UNHAPPY
                    je voudrais une coupe jeudi                 | NEUTRAL
                    merci beaucoup, à demain                    | NEUTRAL
                    """)
    void a_bad_mood_is_felt(String text, Mood mood) {
        assertThat(READER.read(text).mood()).isEqualTo(mood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    je voudrais un rendez-vous jeudi                 | fr | français
                    ok                                               | fr | français
                    do you have anything free on thursday afternoon? | en | anglais
                    ¿tienen algo libre el jueves por la tarde?       | es | espagnol
                    vorrei un appuntamento giovedì                   | it | italien
                    haben Sie am Donnerstag noch einen Termin?       | de | allemand
                    مرحبا هل عندكم موعد غدا                          | ar | arabe
                    Здравствуйте, можно записаться на завтра?        | ru | russe
                    你好，明天可以预约吗                                | zh | chinois
                    """)
    void the_language_is_named(String text, String code, String name) {
        var language = READER.read(text).language();

        assertThat(language.code()).isEqualTo(code);
        assertThat(language.frenchName()).isEqualTo(name);
    }

    @Test
    void a_message_reads_the_same_every_time_and_by_every_reader() {
        var text = "bjr g un rdv 2m1 mais jpeux pas, possible jeudi ? 🙏";

        assertThat(READER.read(text))
                .isEqualTo(READER.read(text))
                .isEqualTo(IntentReader.load().read(text));
    }

    @Test
    void the_end_of_a_long_story_is_heard() {
        var story = "alors voilà hier on était chez ma cousine avec les enfants et il faisait beau. ".repeat(500);

        assertThat(READER.read(story + "Bref, annulez mon rendez-vous de demain, je ne peux plus venir.")
                        .probabilities())
                .satisfies(said -> assertThat(said.get(Intent.CANCEL_BOOKING))
                        .isGreaterThan(READER.read(story).probabilities().get(Intent.CANCEL_BOOKING)));
    }

    /// Of a very long message only the ends are read, however long it is.
    @Test
    void a_message_ten_times_longer_takes_no_ten_times_longer() {
        var page = "je voudrais savoir si vous avez de la place samedi pour une coupe. ".repeat(200);
        var book = page.repeat(100);

        assertThat(nanos(book)).isLessThan(20 * nanos(page));
    }

    private static long nanos(String text) {
        var times = new long[9];
        for (int i = 0; i < times.length; i++) {
            long before = System.nanoTime();
            READER.read(text);
            times[i] = System.nanoTime() - before;
        }
        return Arrays.stream(times).min().orElseThrow();
    }
}
