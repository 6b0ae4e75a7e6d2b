package fr.accueil.conversation.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditEntry;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.conversation.question.QuestionPage;
import fr.accueil.events.AssistantEvent.QuestionLeftOpen;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class FaqTest extends ServiceTest {

    private Salon salon;

    @BeforeEach
    void a_salon() {
        salon = aSalon();
    }

    @Test
    void a_new_faq_is_last_and_the_assistant_is_told() {
        var first = created(faq("Vous fermez en août ?", "Non, jamais."));
        var second = created(new FaqRequest(
                "  Vous êtes où ? ",
                "Rue des Lilas.\r\nAu fond.",
                List.of(" C'est où ? ", "", "C'est où ?"),
                " Accès ",
                true));

        assertThat(second.question()).isEqualTo("Vous êtes où ?");
        assertThat(second.answer()).isEqualTo("Rue des Lilas.\nAu fond.");
        assertThat(second.variants()).containsExactly("C'est où ?");
        assertThat(second.category()).isEqualTo("Accès");
        assertThat(second.version()).isEqualTo(1);
        assertThat(list("")).containsExactly(first, second);
        assertThat(body(
                        salon.asSophie(HttpMethod.GET, "/api/faqs/" + second.id())
                                .exchange(),
                        FaqView.class))
                .isEqualTo(second);
        assertThat(told(second))
                .isEqualTo(new FaqSaved(
                        second.id(),
                        salon.id(),
                        "Vous êtes où ?",
                        "Rue des Lilas.\nAu fond.",
                        List.of("C'est où ?"),
                        true));
    }

    @Test
    void the_same_key_makes_one_faq() {
        var request = faq("Vous fermez en août ?", "Non.");

        var once = body(create(request, "k"), FaqView.class);
        var twice = body(create(request, "k"), FaqView.class);

        assertThat(twice).isEqualTo(once);
        assertThat(list("")).hasSize(1);
    }

    @Test
    void a_change_names_what_was_seen_and_is_told() {
        var before = created(faq("Vous fermez en août ?", "Non."));

        var after = body(change(before, "Oui, du 1er au 15.", before.version()), FaqView.class);

        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.position()).isEqualTo(before.position());
        change(before, "Autre chose.", before.version()).expectStatus().isEqualTo(409);
        change(before, "Autre chose.", null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("version");
        assertThat(list("")).containsExactly(after);
        events.await(
                Topic.FAQS,
                FaqSaved.class,
                it -> it.faq().equals(before.id()) && it.answer().startsWith("Oui"));
    }

    @Test
    void saving_what_is_there_already_changes_nothing() {
        var before = created(faq("Vous fermez en août ?", "Non."));

        assertThat(body(change(before, "Non.", before.version()), FaqView.class))
                .isEqualTo(before);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void what_is_deleted_is_gone_for_the_assistant_too() {
        var faq = created(faq("Vous fermez en août ?", "Non."));
        told(faq);

        delete(faq, faq.version() + 1).expectStatus().isEqualTo(409);
        delete(faq, faq.version()).expectStatus().isNoContent();
        delete(faq, faq.version()).expectStatus().isNotFound();

        assertThat(list("")).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events.tombstones(Topic.FAQS))
                        .contains(faq.id().toString()));
        assertThat(audited()).extracting(AuditEntry::action).containsExactly(Action.FAQ_DELETED, Action.FAQ_SAVED);
        assertThat(audited().getFirst().changes()).contains(new AuditEntry.Change("answer", "Non.", null));
    }

    @Test
    void they_stand_in_the_owners_order_page_by_page() {
        var faqs = Stream.of("Une ?", "Deux ?", "Trois ?")
                .map(it -> created(faq(it, "Oui.")))
                .toList();
        var wanted = List.of(faqs.get(2).id(), faqs.get(0).id(), faqs.get(1).id());

        order(wanted).expectStatus().isNoContent();

        assertThat(list("")).extracting(FaqView::id).containsExactlyElementsOf(wanted);
        var first = page("?limit=2");
        var second = page("?limit=2&cursor=" + first.nextCursor());
        assertThat(Stream.concat(first.items().stream(), second.items().stream()))
                .extracting(FaqView::id)
                .containsExactlyElementsOf(wanted);
        assertThat(second.nextCursor()).isNull();
        order(wanted.subList(0, 2)).expectStatus().isEqualTo(409);
        order(List.of(wanted.get(0), wanted.get(0), wanted.get(1)))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void they_are_found_by_words_category_and_whether_they_are_used() {
        created(new FaqRequest("Vous fermez en août ?", "Non.", List.of(), "Horaires", true));
        created(new FaqRequest("Vous êtes où ?", "Rue 100% piétonne.", List.of("L'été aussi ?"), "Accès", false));

        assertThat(questions("?q=AOUT")).containsExactly("Vous fermez en août ?");
        assertThat(questions("?q=ete")).containsExactly("Vous êtes où ?");
        assertThat(questions("?q=100% p")).containsExactly("Vous êtes où ?");
        assertThat(questions("?q=%")).containsExactly("Vous êtes où ?");
        assertThat(questions("?category=Horaires")).containsExactly("Vous fermez en août ?");
        assertThat(questions("?enabled=false")).containsExactly("Vous êtes où ?");
        assertThat(questions("?q=vous&enabled=true")).containsExactly("Vous fermez en août ?");
    }

    @ParameterizedTest
    @MethodSource
    void what_is_wrong_is_said_by_its_field(FaqRequest wrong, String field) {
        create(wrong, null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors.length()")
                .isEqualTo(1);

        assertThat(list("")).isEmpty();
    }

    static Stream<Arguments> what_is_wrong_is_said_by_its_field() {
        return Stream.of(
                Arguments.of(faq("ab", "Oui."), "question"),
                Arguments.of(faq("a".repeat(301), "Oui."), "question"),
                Arguments.of(faq("a\u0000bc", "Oui."), "question"),
                Arguments.of(faq("a\nbc", "Oui."), "question"),
                Arguments.of(faq("a\ud800bc", "Oui."), "question"),
                Arguments.of(faq("Vous fermez ?", " "), "answer"),
                Arguments.of(faq("Vous fermez ?", "a".repeat(2001)), "answer"),
                Arguments.of(faq("Vous fermez ?", "a\u001bb"), "answer"),
                Arguments.of(withVariants(List.of("Ouvert ?", "ab")), "variants[1]"),
                Arguments.of(withVariants(List.of("a\u0007bc")), "variants[0]"),
                Arguments.of(withVariants(variants(31)), "variants"),
                Arguments.of(new FaqRequest("Vous fermez ?", "Oui.", List.of(), "a".repeat(61), true), "category"));
    }

    @Test
    void what_just_fits_is_saved() {
        created(new FaqRequest("abc", "a".repeat(2000), variants(30), "a".repeat(60), true));
        created(faq("é".repeat(300), "\tUne ligne\net une autre."));

        assertThat(list("")).hasSize(2);
    }

    @Test
    void two_do_not_ask_the_same() {
        created(faq("Vous fermez en août ?", "Non."));
        var other = created(faq("Vous fermez en juillet ?", "Non."));

        create(faq("vous fermez en AOUT", "Oui."), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("question")
                .jsonPath("$.detail")
                .isEqualTo("Vos questions fréquentes ont déjà « Vous fermez en août ? ».");
        salon.asSophie(HttpMethod.PUT, "/api/faqs/" + other.id())
                .bodyValue(new FaqRequest("Vous fermez en août", "Non.", List.of(), null, true, null, 1L))
                .exchange()
                .expectStatus()
                .isBadRequest();
        change(other, "Si.", other.version()).expectStatus().isOk();
    }

    @Test
    void who_answers_an_open_question_settles_it_until_it_is_asked_again() {
        var question = ask("Vous fermez en août ?");

        create(new FaqRequest("Autre ?", "Non.", List.of(), null, true, UUID.randomUUID(), null), null)
                .expectStatus()
                .isNotFound();
        assertThat(list("")).isEmpty();
        create(new FaqRequest("Fermé en août ?", "Non.", List.of(), null, true, question, null), null)
                .expectStatus()
                .isCreated();

        assertThat(openQuestions().items()).isEmpty();
        ask("Vous fermez en août ?");
        assertThat(openQuestions().items())
                .singleElement()
                .satisfies(it -> assertThat(it.times()).isEqualTo(1));
    }

    private UUID ask(String text) {
        var marie = salon.marie();
        var message = marie.says(text);
        marie.tell(Topic.ASSISTANT, new QuestionLeftOpen(marie.id(), message, text, null));
        await().atMost(PATIENCE)
                .until(() -> openQuestions().items().stream()
                        .anyMatch(it -> it.text().equals(text)));
        return openQuestions().items().getFirst().id();
    }

    private QuestionPage openQuestions() {
        return body(salon.asSophie(HttpMethod.GET, "/api/questions").exchange(), QuestionPage.class);
    }

    private FaqSaved told(FaqView faq) {
        return events.await(Topic.FAQS, FaqSaved.class, it -> it.faq().equals(faq.id()));
    }

    private List<String> questions(String query) {
        return list(query).stream().map(FaqView::question).toList();
    }

    private List<FaqView> list(String query) {
        return page(query).items();
    }

    private FaqPage page(String query) {
        return body(salon.asSophie(HttpMethod.GET, "/api/faqs" + query).exchange(), FaqPage.class);
    }

    private List<AuditEntry> audited() {
        return body(salon.asSophie(HttpMethod.GET, "/api/audit").exchange(), AuditPage.class)
                .items();
    }

    private FaqView created(FaqRequest request) {
        return body(create(request, null), FaqView.class);
    }

    private ResponseSpec create(FaqRequest request, @Nullable String key) {
        return salon.asSophie(HttpMethod.POST, "/api/faqs")
                .header("Idempotency-Key", key == null ? Ids.next().toString() : key)
                .bodyValue(request)
                .exchange();
    }

    private ResponseSpec change(FaqView faq, String answer, @Nullable Long version) {
        return salon.asSophie(HttpMethod.PUT, "/api/faqs/" + faq.id())
                .bodyValue(new FaqRequest(faq.question(), answer, faq.variants(), faq.category(), true, null, version))
                .exchange();
    }

    private ResponseSpec delete(FaqView faq, long version) {
        return salon.asSophie(HttpMethod.DELETE, "/api/faqs/" + faq.id() + "?version=" + version)
                .exchange();
    }

    private ResponseSpec order(List<?> ids) {
        return salon.asSophie(HttpMethod.PUT, "/api/faqs/order")
                .bodyValue(Map.of("ids", ids))
                .exchange();
    }

    private static FaqRequest faq(String question, String answer) {
        return new FaqRequest(question, answer, List.of(), null, true);
    }

    private static FaqRequest withVariants(List<String> variants) {
        return new FaqRequest("Vous fermez ?", "Oui.", variants, null, true);
    }

    private static List<String> variants(int count) {
        var variants = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            variants.add("Variante " + i);
        }
        return variants;
    }

    private static <T> T body(ResponseSpec response, Class<T> type) {
        return Objects.requireNonNull(response.expectStatus()
                .is2xxSuccessful()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }
}
