package fr.accueil.conversation.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.QuestionLeftOpen;
import fr.accueil.events.ChangeEvent.QuestionRecorded;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

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
