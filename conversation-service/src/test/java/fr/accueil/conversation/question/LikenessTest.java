package fr.accueil.conversation.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.question.QuestionGroup.NearestFaq;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void questions_that_say_half_the_same_are_one_group_led_by_the_most_frequent() {
        var nearest = new NearestFaq(FaqId.of(Ids.next()), "Horaires ?");
        var rare = asked("Fermé au mois d'août ?", 1, 2, nearest, "ferm", "mois", "aout");
        var frequent = asked("Vous fermez en août ?", 3, 1, null, "ferm", "aout");
        var other = asked("Faites-vous les cils ?", 2, 0, null, "fait", "cil");

        var groups = Likeness.group(List.of(rare, other, frequent));

        assertThat(groups)
                .extracting(QuestionGroup::question)
                .containsExactly("Vous fermez en août ?", "Faites-vous les cils ?");
        assertThat(groups.getFirst().id()).isEqualTo(frequent.id());
        assertThat(groups.getFirst().times()).isEqualTo(4);
        assertThat(groups.getFirst().lastAt()).isEqualTo(rare.lastAt());
        assertThat(groups.getFirst().nearest()).isEqualTo(nearest);
        assertThat(groups.getFirst().members()).containsExactly(frequent.toGrouped(), rare.toGrouped());
    }

    @Test
    void a_word_that_all_say_makes_nothing_alike() {
        var all = List.of(
                asked("Prix de la manucure ?", 1, 0, null, "prix", "manucur"),
                asked("Prix des sourcils ?", 1, 0, null, "prix", "sourcil"),
                asked("Prix d'un massage ?", 1, 0, null, "prix", "massag"));

        assertThat(Likeness.group(all)).hasSize(3);
    }

    @Test
    void what_says_nothing_stands_alone() {
        assertThat(Likeness.group(List.of(asked("😀", 1, 0, null), asked("C'est où ?", 1, 0, null))))
                .hasSize(2);
        assertThat(Likeness.group(List.of())).isEmpty();
    }

    @Test
    void the_most_asked_group_is_first_whoever_leads_it() {
        var groups = Likeness.group(List.of(
                asked("Faites-vous les cils ?", 3, 0, null, "cil"),
                asked("Vous fermez en août ?", 2, 0, null, "ferm", "aout"),
                asked("Fermé en août ?", 2, 0, null, "ferm", "aout")));

        assertThat(groups).extracting(QuestionGroup::times).containsExactly(4, 3);
    }

    private static AskedQuestion asked(
            String text, int times, int minutes, @Nullable NearestFaq nearest, String... stems) {
        return new AskedQuestion(Ids.next(), text, times, NOON.plusSeconds(60L * minutes), nearest, Set.of(stems));
    }
}
