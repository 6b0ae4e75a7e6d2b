package fr.accueil.router.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqIndex;
import fr.accueil.router.knowledge.FaqMatch;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The local engine reads messages to the two businesses of the demonstration.
class FirstReadingTest {

    private static final JsonNode DEMO =
            Wire.json().readTree(Path.of("../infra/local/demo/workspaces.json").toFile());
    private static final Business CAMELIA = business(0);
    private static final Business MARTIN = business(1);

    static final Scene SCENE =
            Scene.opening(ZonedDateTime.parse("2026-03-10T10:15+01:00[Europe/Paris]"), Offer.NOTHING);

    private final LocalReader reader = new LocalReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Bonjour, vous ouvrez à quelle heure le samedi ? | Quels sont vos horaires d'ouverture ?
                    Bonjour, c'est combien une manucure ?            | Quels sont vos tarifs ?
                    vous prenez la cb ?                              | Quels moyens de paiement acceptez-vous ?
                    y a un parking ?                                 | Où puis-je me garer ?
                    Puis-je annuler mon rendez-vous ?                | Quelles sont vos conditions d'annulation et de retard ?
                    """)
    void the_institute_s_customers_get_its_answers(String message, String question) {
        assertThat(read(CAMELIA, message).answers())
                .extracting(it -> it.faq().question())
                .containsExactly(question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Bonjour, vous ouvrez à quelle heure le samedi ? | Quels sont vos horaires ?
                    le devis est gratuit ?                           | Le devis est-il gratuit ?
                    c combien le déplacement                         | Combien coûte le déplacement ?
                    """)
    void the_plumber_s_customers_get_his(String message, String question) {
        assertThat(read(MARTIN, message).answers())
                .extracting(it -> it.faq().question())
                .containsExactly(question);
    }

    @ParameterizedTest
    @CsvSource({
        "Bonjour, GREETING",
        "bonsoir !, GREETING",
        "👋, GREETING",
        "merci beaucoup, THANKS",
        "ok merciiii, THANKS",
        "je veux parler à quelqu'un, HUMAN",
        "vous pouvez me rappeler ?, HUMAN",
        "c'est une honte ce travail, COMPLAINT",
        "je suis très déçue, COMPLAINT",
        "je voudrais un rdv samedi, BOOKING",
        "vous avez un créneau demain ?, BOOKING",
        "il me faudrait un devis pour une salle de bain, QUOTE",
        "je dois annuler mon rdv de demain, CANCEL_BOOKING",
        "STOP, OPT_OUT",
        "stop stop, OPT_OUT",
        "stop svp, OPT_OUT",
        "stop merci, OPT_OUT",
        "je veux me désabonner, OPT_OUT",
        "arrêtez de m'écrire, OPT_OUT",
        "pourquoi vous m'écrivez encore ?, OPT_OUT",
        "arrête de me faire rire, OTHER",
        "il y a un arrêt de bus à côté ?, FAQ",
        "vous êtes ouverts non stop ?, FAQ",
        "🙃, OTHER"
    })
    void plain_words_show_what_a_customer_is_after(String message, Intent intent) {
        assertThat(read(CAMELIA, message).intent()).isEqualTo(intent);
    }

    @Test
    void what_no_faq_settles_is_a_question_without_an_answer() {
        var reading = read(CAMELIA, "vous faites les extensions de cils ?");

        assertThat(reading.intent()).isEqualTo(Intent.FAQ);
        assertThat(reading.answers()).isEmpty();
    }

    @Test
    void a_question_in_pieces_is_read_as_one() {
        var reading = reader.reading(new Question(
                CAMELIA, List.of(), List.of("Bonjour", "vous ouvrez à quelle heure", "le samedi ?"), SCENE));

        assertThat(reading.answers()).hasSize(1);
    }

    @Test
    void two_questions_get_two_answers() {
        var reading = read(CAMELIA, "Vous ouvrez à quelle heure le samedi ? Et vous prenez la carte ?");

        assertThat(reading.answers())
                .extracting(FaqMatch::faq)
                .extracting(Faq::question)
                .containsExactly("Quels sont vos horaires d'ouverture ?", "Quels moyens de paiement acceptez-vous ?");
    }

    @Test
    void english_is_told_from_french() {
        assertThat(read(CAMELIA, "hello, do you have a jacuzzi?").language()).isEqualTo(Language.ENGLISH);
        assertThat(read(CAMELIA, "vous avez un jacuzzi ?").language()).isEqualTo(Language.FRENCH);
    }

    private Reading read(Business business, String message) {
        return reader.reading(new Question(business, List.of(), List.of(message), SCENE));
    }

    private static Business business(int number) {
        var workspace = DEMO.path("workspaces").path(number);
        var faqs = new ArrayList<Faq>();
        workspace.path("faqs").forEach(faq -> faqs.add(toFaq(faq)));
        return new Business(TenantId.of(Ids.next()), workspace.path("name").stringValue(""), true, FaqIndex.of(faqs));
    }

    private static Faq toFaq(JsonNode faq) {
        var variants = new ArrayList<String>();
        faq.path("variants").forEach(it -> variants.add(it.stringValue("")));
        return new Faq(
                FaqId.of(faq.path("id").stringValue("")),
                faq.path("question").stringValue(""),
                faq.path("answer").stringValue(""),
                variants);
    }
}
