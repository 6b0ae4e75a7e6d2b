package fr.accueil.conversation.readyfaq;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.faq.FaqPage;
import fr.accueil.conversation.faq.FaqView;
import fr.accueil.conversation.readyfaq.ReadyPage.ReadyFaqView;
import fr.accueil.conversation.readyfaq.ReadyPage.State;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ReadyFaqsTest extends ServiceTest {

    private static final String SETTINGS = """
            {"name":"Chez Sophie","vertical":"beauty","timeZone":"Europe/Paris","formal":%s,"version":1,
             "address":{"street":"12 rue des Lilas","postalCode":"69003","city":"Lyon"}}""";

    private Salon salon;

    @BeforeEach
    void a_salon() {
        salon = aSalon();
    }

    @Test
    void what_cannot_be_filled_yet_is_left_out_and_named() {
        var done = save();

        assertThat(done).hasSize(10);
        assertThat(done.stream().filter(it -> it.state() == State.INCOMPLETE).flatMap(it -> it.missing().stream()))
                .containsExactly(Blank.HOURS, Blank.CLOSED, Blank.ADDRESS, Blank.PRICES, Blank.DURATIONS);
        assertThat(faqs()).hasSize(6).noneMatch(it -> it.answer().contains("{"));
    }

    @Test
    void blanks_are_filled_from_what_the_business_has_said() {
        say(true);

        var preview = preview();

        assertThat(preview)
                .allMatch(it -> it.state() == State.READY && it.missing().isEmpty());
        assertThat(faqs()).isEmpty();
        assertThat(answer("Quels sont vos horaires d'ouverture\u00a0?"))
                .startsWith(
                        "Nous sommes ouverts tous les jours de 9\u00a0h à 12\u00a0h\u00a030 et de 14\u00a0h à 19\u00a0h. Dites-moi");
        assertThat(answer("Où êtes-vous situés\u00a0?"))
                .startsWith("Vous nous trouverez au 12 rue des Lilas, 69003 Lyon.");
        assertThat(answer("Quels sont vos tarifs\u00a0?"))
                .contains("• Manucure\u00a0: 35\u00a0€\n• Sourcils\u00a0: 35\u00a0€");
        assertThat(answer("Combien de temps dure un rendez-vous\u00a0?"))
                .contains("• Manucure\u00a0: 1\u00a0h\n• Sourcils\u00a0: 15\u00a0min");
    }

    @Test
    void they_are_saved_once_and_usable_at_once() {
        say(false);

        assertThat(save()).allMatch(it -> it.state() == State.SAVED);
        var saved = faqs();
        assertThat(save()).allMatch(it -> it.state() == State.THERE);

        assertThat(faqs()).isEqualTo(saved).hasSize(10).allMatch(FaqView::enabled);
        assertThat(saved.getFirst().answer()).contains("Dis-moi quel jour t'arrange");
        var told = events.await(
                Topic.FAQS,
                FaqSaved.class,
                it -> it.faq().equals(saved.getFirst().id()));
        assertThat(told.variants()).hasSizeBetween(4, 8);
    }

    @Test
    void what_the_owner_has_written_stays() {
        salon.asSophie(HttpMethod.POST, "/api/faqs")
                .bodyValue(
                        "{\"question\":\"Comment prendre rendez-vous\",\"answer\":\"Par téléphone.\",\"variants\":[]}")
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(save()).filteredOn(it -> it.state() == State.THERE).hasSize(1);

        assertThat(faqs()).hasSize(6).anyMatch(it -> it.answer().equals("Par téléphone."));
    }

    private void say(boolean formal) {
        save(Diary.ofSeats(salon.id(), 1));
        salon.asSophie(HttpMethod.PUT, "/api/settings")
                .bodyValue(SETTINGS.formatted(formal))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private String answer(String question) {
        return preview().stream()
                .filter(it -> it.question().equals(question))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    @Test
    void those_that_are_not_chosen_stay_ready() {
        var chosen = preview().stream()
                .filter(it -> it.state() == State.READY)
                .findFirst()
                .orElseThrow();

        var done = save(List.of(chosen.key(), "no-such-key"));

        assertThat(done)
                .filteredOn(it -> it.state() == State.SAVED)
                .extracting(ReadyFaqView::key)
                .containsExactly(chosen.key());
        assertThat(done).filteredOn(it -> it.state() == State.READY).isNotEmpty();
        assertThat(faqs())
                .singleElement()
                .satisfies(it -> assertThat(it.question()).isEqualTo(chosen.question()));
    }

    private List<ReadyFaqView> preview() {
        return items(salon.asSophie(HttpMethod.GET, "/api/faqs/ready").exchange());
    }

    private List<ReadyFaqView> save() {
        return save(preview().stream().map(ReadyFaqView::key).toList());
    }

    private List<ReadyFaqView> save(List<String> keys) {
        return items(salon.asSophie(HttpMethod.POST, "/api/faqs/ready")
                .bodyValue(Map.of("keys", keys))
                .exchange());
    }

    private static List<ReadyFaqView> items(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                        .isOk()
                        .expectBody(ReadyPage.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }

    private List<FaqView> faqs() {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/faqs")
                        .exchange()
                        .expectBody(FaqPage.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }
}
