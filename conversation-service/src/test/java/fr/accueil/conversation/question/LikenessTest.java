package fr.accueil.conversation.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.question.Likeness.Worded;
import fr.accueil.events.ChangeEvent.OpenQuestion;
import fr.accueil.events.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void questions_that_share_most_of_their_words_are_one_group_under_the_most_asked() {
        var groups = Likeness.group(List.of(
                asked("Vous vendez des cartes cadeaux ?", 2, "vend", "cart", "cadeau"),
                asked("Vous avez un parking ?", 1, "parking"),
                asked("vendez vous cartes cadeaux noel", 5, "vend", "cart", "cadeau", "noel")));

        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().question()).isEqualTo("vendez vous cartes cadeaux noel");
        assertThat(groups.getFirst().times()).isEqualTo(7);
        assertThat(groups.getFirst().members()).hasSize(2);
        assertThat(groups.getLast().question()).isEqualTo("Vous avez un parking ?");
    }

    @Test
    void a_common_word_makes_no_two_alike() {
        var groups = Likeness.group(List.of(
                asked("prix coupe", 1, "prix", "coup"),
                asked("prix barbe", 1, "prix", "barb"),
                asked("prix ongles", 1, "prix", "ongl")));

        assertThat(groups).hasSize(3);
    }

    @Test
    void questions_without_any_word_stay_apart() {
        assertThat(Likeness.group(List.of(asked("?", 1), asked("??", 1)))).hasSize(2);
    }

    @Test
    void each_question_is_in_one_group() {
        var questions = List.of(
                asked("a b", 3, "a", "b"), asked("b c", 2, "b", "c"), asked("a c", 2, "a", "c"), asked("d", 1, "d"));

        assertThat(Likeness.group(questions).stream().flatMap(it -> it.members().stream()))
                .hasSize(questions.size())
                .doesNotHaveDuplicates();
    }

    private static Worded asked(String text, int times, String... words) {
        return new Worded(
                new OpenQuestion(
                        UUID.randomUUID(), text, times, null, ConversationId.of(UUID.randomUUID()), Instant.EPOCH),
                Set.of(words));
    }
}
