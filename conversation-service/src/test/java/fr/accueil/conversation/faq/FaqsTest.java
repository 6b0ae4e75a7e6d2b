package fr.accueil.conversation.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.faq.ReadyFaqs.Blank;
import fr.accueil.conversation.faq.ReadyFaqs.ReadyFaq;
import fr.accueil.conversation.question.QuestionGroups;
import fr.accueil.events.AssistantEvent.QuestionLeftOpen;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class FaqsTest extends ServiceTest {

    private Salon salon;

    @BeforeEach
    void a_salon() {
        salon = aSalon();
    }

    @Test
    void what_is_added_is_shown_behind_the_others_and_told_to_the_assistant() {
        add("Vous prenez la carte ?", "Oui.");
        var faq = add("Où vous garer ?", "Devant la porte.");

        assertThat(faq.position()).isEqualTo(1);
        assertThat(faq.version()).isEqualTo(1);
        assertThat(list("")).extracting(FaqView::question).containsExactly("Vous prenez la carte ?", "Où vous garer ?");
        var told = events.await(Topic.FAQS, FaqSaved.class, it -> it.faq().equals(faq.id()));
        assertThat(told.answer()).isEqualTo("Devant la porte.");
    }

    @Test
    void the_same_key_adds_the_same_one() {
        var first = body(post(faq("Ouvert lundi ?", "Non.", null), "k"), FaqView.class);

        assertThat(body(post(faq("Ouvert lundi ?", "Non.", null), "k"), FaqView.class))
                .isEqualTo(first);
        assertThat(list("")).hasSize(1);
    }

    @Test
    void of_two_who_edit_the_same_the_second_is_told() {
        var seen = add("Ouvert lundi ?", "Non.");

        var after = body(put(seen, faq("Ouvert lundi ?", "Oui, depuis mars.", seen.version())), FaqView.class);
        put(seen, faq("Ouvert lundi ?", "Jamais.", seen.version()))
                .expectStatus()
                .isEqualTo(409);

        assertThat(after.version()).isEqualTo(2);
        assertThat(list("")).extracting(FaqView::answer).containsExactly("Oui, depuis mars.");
    }

    @Test
    void one_that_is_deleted_is_gone_from_every_copy() {
        var faq = add("Ouvert lundi ?", "Non.");

        salon.asSophie(HttpMethod.DELETE, "/api/faqs/{id}?version=1", faq.id())
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(list("")).isEmpty();
        events.awaitTombstone(Topic.FAQS, faq.id().toString());
    }

    @Test
    void the_owner_orders_them_and_nothing_is_told_for_that() {
        var first = add("Un ?", "1");
        var second = add("Deux ?", "2");
        events.await(Topic.FAQS, FaqSaved.class, it -> it.faq().equals(second.id()));

        order(List.of(second, first)).expectStatus().isNoContent();
        order(List.of(second)).expectStatus().isEqualTo(409);

        assertThat(list("")).extracting(FaqView::question).containsExactly("Deux ?", "Un ?");
        assertThat(events.seen(Topic.FAQS).stream().filter(it -> salon.id().equals(it.tenant())))
                .hasSize(2);
    }

    @Test
    void they_are_found_by_words_whatever_the_accents_and_page_by_page() {
        add("Où êtes-vous situés ?", "Rue des Lilas.");
        add("Vous prenez la carte ?", "Oui.");
        add("Fermé le lundi ?", "Oui.");

        assertThat(list("?q=situes")).hasSize(1);
        assertThat(list("?q=LILAS")).hasSize(1);
        assertThat(list("?enabled=false")).isEmpty();
        var page = body(get("/api/faqs?limit=2"), FaqPage.class);
        assertThat(page.items()).hasSize(2);
        var next = body(get("/api/faqs?limit=2&cursor=" + page.nextCursor()), FaqPage.class);
        assertThat(next.items()).extracting(FaqView::question).containsExactly("Fermé le lundi ?");
        assertThat(next.nextCursor()).isNull();
    }

    @Test
    void the_same_question_in_other_letters_is_refused_by_name() {
        add("Où êtes-vous situés ?", "Rue des Lilas.");

        post(faq("ou etes vous situes", "Ici.", null), "k2")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("question")
                .jsonPath("$.detail")
                .isEqualTo("Vous avez déjà la question « Où êtes-vous situés ? ».");
    }

    @ParameterizedTest
    @CsvSource({"question, ' '", "answer, ''", "question, 'a\u0007b'"})
    void what_is_wrong_is_said_by_its_field(String field, String value) {
        var request = faq("Ouvert ?", "Oui.", null);
        request.put(field, value);

        post(request, "k")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);

        assertThat(list("")).isEmpty();
    }

    @Test
    void a_question_of_customers_becomes_a_faq_in_one_step_with_those_like_it() {
        asked("Vous vendez des cartes cadeaux ?");
        asked("vendez-vous des cartes cadeau");
        asked("Avez-vous un parking pour les vélos ?");
        await().atMost(PATIENCE).until(() -> groups().items().size() == 2);
        var group = groups().items().getFirst();
        assertThat(group.times()).isEqualTo(2);

        var request = faq("Vendez-vous des cartes cadeaux ?", "Oui, à partir de 20 €.", null);
        request.put("settles", group.members().getFirst().id());
        post(request, "k").expectStatus().isCreated();

        assertThat(groups().items())
                .singleElement()
                .satisfies(it -> assertThat(it.question()).startsWith("Avez-vous un parking"));
        asked("Vous vendez des cartes cadeaux ?");
        await().atMost(PATIENCE).until(() -> groups().items().size() == 2);
    }

    @Test
    void a_question_that_needs_no_faq_is_put_aside() {
        asked("Tu fais quoi ce soir ?");
        await().atMost(PATIENCE).until(() -> groups().items().size() == 1);
        var id = groups().items().getFirst().members().getFirst().id();

        salon.as(salon.lea(), HttpMethod.POST, "/api/questions/{id}/dismiss", id)
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(groups().items()).isEmpty();
    }

    @Test
    void ready_faqs_say_what_is_missing_and_are_saved_once_it_is_known() {
        var before = ready();
        assertThat(before.items()).hasSize(10);
        var hours = before.items().stream()
                .filter(it -> it.missing().contains(Blank.HOURS))
                .findFirst()
                .orElseThrow();
        assertThat(saveReady(before.items()).items())
                .filteredOn(ReadyFaq::saved)
                .allMatch(it -> it.missing().isEmpty())
                .isNotEmpty();

        settle();
        var after = saveReady(before.items());

        assertThat(after.items())
                .allMatch(ReadyFaq::saved)
                .allMatch(it -> it.missing().isEmpty());
        assertThat(list(""))
                .hasSize(10)
                .allMatch(it -> !it.answer().contains("{"))
                .anySatisfy(it -> {
                    assertThat(it.question()).isEqualTo(hours.question());
                    assertThat(it.answer()).contains(" h");
                });
        assertThat(saveReady(before.items())).isEqualTo(after);
        assertThat(list("")).hasSize(10);
    }

    /// Address, hours and prices are said.
    private void settle() {
        salon.asSophie(HttpMethod.PUT, "/api/settings")
                .bodyValue("""
                        {"name":"Chez Sophie","vertical":"beauty","timeZone":"Europe/Paris","formal":true,"version":1,
                         "address":{"street":"12 rue des Lilas","postalCode":"69003","city":"Lyon"}}""")
                .exchange()
                .expectStatus()
                .isOk();
        save(fr.accueil.conversation.Diary.ofTeam(salon.id(), "Léa"));
        salon.asSophie(HttpMethod.POST, "/api/services")
                .bodyValue("""
                        {"name":"Coupe femme","synonyms":[],"durationMinutes":45,"bufferMinutes":0,"priceCents":3500,
                         "priceFrom":false,"bookable":true}""")
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private void asked(String question) {
        var marie = salon.marie();
        var said = marie.says(question);
        marie.tell(Topic.ASSISTANT, new QuestionLeftOpen(marie.id(), said, question, null));
    }

    private QuestionGroups groups() {
        return body(get("/api/questions/groups"), QuestionGroups.class);
    }

    private ReadyFaqs ready() {
        return body(get("/api/faqs/ready"), ReadyFaqs.class);
    }

    private ReadyFaqs saveReady(List<ReadyFaq> chosen) {
        var keys = chosen.stream().map(ReadyFaq::key).toList();
        return body(
                salon.asSophie(HttpMethod.POST, "/api/faqs/ready")
                        .bodyValue(Map.of("keys", keys))
                        .exchange(),
                ReadyFaqs.class);
    }

    private FaqView add(String question, String answer) {
        return body(post(faq(question, answer, null), Ids.next().toString()), FaqView.class);
    }

    private static Map<String, Object> faq(String question, String answer, @Nullable Long version) {
        var request = new java.util.HashMap<String, Object>();
        request.put("question", question);
        request.put("answer", answer);
        request.put("variants", List.of());
        request.put("enabled", true);
        request.put("version", version);
        return request;
    }

    private ResponseSpec post(Map<String, Object> request, String key) {
        return salon.asSophie(HttpMethod.POST, "/api/faqs")
                .header("Idempotency-Key", key)
                .bodyValue(Wire.json().writeValueAsString(request))
                .exchange();
    }

    private ResponseSpec put(FaqView faq, Map<String, Object> request) {
        return salon.asSophie(HttpMethod.PUT, "/api/faqs/{id}", faq.id())
                .bodyValue(Wire.json().writeValueAsString(request))
                .exchange();
    }

    private ResponseSpec order(List<FaqView> faqs) {
        return salon.asSophie(HttpMethod.PUT, "/api/faqs/order")
                .bodyValue(Map.of(
                        "ids", faqs.stream().map(it -> it.id().toString()).toList()))
                .exchange();
    }

    private List<FaqView> list(String query) {
        return body(get("/api/faqs" + query), FaqPage.class).items();
    }

    private ResponseSpec get(String path) {
        return salon.asSophie(HttpMethod.GET, path).exchange();
    }

    private static <T> T body(ResponseSpec response, Class<T> type) {
        return Objects.requireNonNull(response.expectStatus()
                .is2xxSuccessful()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }
}
