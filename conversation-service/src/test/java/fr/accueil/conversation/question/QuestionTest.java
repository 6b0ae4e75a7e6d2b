package fr.accueil.conversation.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.faq.FaqRequest;
import fr.accueil.conversation.faq.FaqView;
import fr.accueil.conversation.question.QuestionGroup.GroupedQuestion;
import fr.accueil.events.AssistantEvent.QuestionLeftOpen;
import fr.accueil.events.ChangeEvent.OpenQuestion;
import fr.accueil.events.ChangeEvent.QuestionRecorded;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class QuestionTest extends ServiceTest {

    @Test
    void the_same_question_is_one_and_counted() {
        var salon = aSalon();
        var marie = salon.marie();
        var karim = salon.thread("Karim B.", "+33639980034");
        var nearest = FaqId.of(Ids.next());

        ask(marie, "Vous fermez en août ?", null);
        ask(marie, "Faites-vous les cils ?", null);
        await(karim, ask(karim, "vous fermez en AOUT", nearest), 2);

        var questions = page(salon).items();
        assertThat(questions).hasSize(2).first().satisfies(it -> {
            assertThat(it.text()).isEqualTo("Vous fermez en août ?");
            assertThat(it.times()).isEqualTo(2);
            assertThat(it.nearest()).isEqualTo(nearest);
            assertThat(it.lastConversation()).isEqualTo(karim.id());
        });
        assertThat(page(aSalon()).items()).isEmpty();
    }

    @Test
    void questions_that_are_alike_are_one_group() {
        var salon = aSalon();
        threeQuestions(salon);

        var groups = groups(salon);

        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().times()).isEqualTo(2);
        assertThat(groups.getFirst().members())
                .extracting(GroupedQuestion::text)
                .containsExactlyInAnyOrder("Vous fermez en août ?", "Vous êtes fermés au mois d'août ?");
        assertThat(groups.getFirst().nearest()).isNull();
        assertThat(groups(aSalon())).isEmpty();
    }

    @Test
    void what_is_dismissed_leaves_with_its_group_and_comes_back_when_it_is_asked_again() {
        var salon = aSalon();
        threeQuestions(salon);
        var group = groups(salon).getFirst();

        dismiss(salon, group.members().getLast().id()).expectStatus().isNoContent();
        dismiss(salon, group.members().getLast().id()).expectStatus().isNoContent();
        dismiss(salon, Ids.next()).expectStatus().isNotFound();

        assertThat(page(salon).items()).extracting(OpenQuestion::text).containsExactly("Faites-vous les cils ?");
        assertThat(groups(salon)).hasSize(1);
        var sonia = salon.thread("Sonia", "+33639980056");
        ask(sonia, "Vous fermez en AOÛT", null);
        assertThat(page(salon).items())
                .hasSize(2)
                .first()
                .satisfies(it -> assertThat(it.times()).isEqualTo(1));
    }

    @Test
    void a_faq_settles_the_whole_group_of_its_question() {
        var salon = aSalon();
        threeQuestions(salon);
        var group = groups(salon).getFirst();

        salon.asSophie(HttpMethod.POST, "/api/faqs")
                .bodyValue("{\"question\":\"Fermé en août ?\",\"answer\":\"Non.\",\"variants\":[],\"settles\":\"%s\"}"
                        .formatted(group.members().getLast().id()))
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(groups(salon)).extracting(QuestionGroup::question).containsExactly("Faites-vous les cils ?");
    }

    @Test
    void another_way_to_ask_a_faq_settles_a_question_too() {
        var salon = aSalon();
        threeQuestions(salon);
        var asked = groups(salon).getFirst().members().getFirst();
        var faq = Objects.requireNonNull(salon.asSophie(HttpMethod.POST, "/api/faqs")
                .bodyValue("{\"question\":\"Vos congés d'été ?\",\"answer\":\"Aucun.\",\"variants\":[]}")
                .exchange()
                .expectBody(FaqView.class)
                .returnResult()
                .getResponseBody());

        salon.asSophie(HttpMethod.PUT, "/api/faqs/{id}", faq.id())
                .bodyValue(new FaqRequest(
                        faq.question(), faq.answer(), List.of(asked.text()), null, true, asked.id(), faq.version()))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(groups(salon)).extracting(QuestionGroup::question).containsExactly("Faites-vous les cils ?");
    }

    private void threeQuestions(Salon salon) {
        ask(salon.marie(), "Vous fermez en août ?", null);
        ask(salon.thread("Karim B.", "+33639980034"), "Vous êtes fermés au mois d'août ?", null);
        ask(salon.thread("Inès", "+33639980045"), "Faites-vous les cils ?", null);
    }

    private static ResponseSpec dismiss(Salon salon, UUID question) {
        return salon.asSophie(HttpMethod.POST, "/api/questions/" + question + "/dismiss")
                .exchange();
    }

    private static List<QuestionGroup> groups(Salon salon) {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/questions/groups")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(QuestionGroups.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vous fermez en août ?|vous fermez en aout",
                "C'est où, l'institut…|c est ou l institut",
                "Prix du semi‑permanent : 35€ ??|prix du semi permanent 35",
                "😀|😀"
            })
    void what_counts_are_the_words(String asked, String plain) {
        assertThat(SameQuestion.plain(asked)).isEqualTo(plain);
    }

    private QuestionLeftOpen ask(Correspondence customer, String question, @Nullable FaqId nearest) {
        var message = customer.says(question);
        var left = new QuestionLeftOpen(customer.id(), message, question, nearest);
        var envelope = customer.tell(Topic.ASSISTANT, left);
        events.publish(Topic.ASSISTANT, envelope);
        events.await(
                Topic.CHANGES,
                QuestionRecorded.class,
                it -> it.question().lastConversation().equals(customer.id()));
        return left;
    }

    private void await(Correspondence customer, QuestionLeftOpen left, int times) {
        events.await(
                Topic.CHANGES,
                QuestionRecorded.class,
                it -> it.question().id().equals(SameQuestion.idOf(customer.tenant(), left.question()))
                        && it.question().times() == times);
    }

    private static QuestionPage page(Salon salon) {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/questions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(QuestionPage.class)
                .returnResult()
                .getResponseBody());
    }
}
