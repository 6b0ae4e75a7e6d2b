package fr.accueil.router.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.router.evaluation.SampleSet.SlotAnswer;
import fr.accueil.router.evaluation.SlotScore.OfAsked;
import fr.accueil.router.evaluation.SlotScore.Outcome;
import fr.accueil.router.evaluation.SlotScore.Taken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotScoreTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            date     | "2026-03-12"                     | 2026-03-12            | RIGHT
            date     | "2026-03-12"                     | 2026-03-13            | WRONG
            date     | "2026-03-12"                     | null                  | NOT_FOUND
            date     | null                             | null                  | RIGHT
            date     | null                             | 2026-03-12            | WRONG
            date     | "2026-03-12/2026-03-14"          | 2026-03-12/2026-03-14 | RIGHT
            date     | "2026-03-12/2026-03-14"          | 2026-03-13            | WITHIN
            date     | "2026-03-12/2026-03-14"          | 2026-03-15            | WRONG
            date     | "2026-03-12/2026-03-14"          | 2026-03-12/2026-03-15 | WRONG
            time     | "17:00/"                         | 17:00/                | RIGHT
            time     | "17:00/"                         | 18:30                 | WITHIN
            time     | "17:00/"                         | 16:59                 | WRONG
            time     | "/11:00"                         | 10:00                 | WITHIN
            time     | "10:00/12:00"                    | 10:00/                | WRONG
            time     | "morning"                        | morning               | RIGHT
            time     | "morning"                        | 09:30                 | WITHIN
            time     | "morning"                        | 15:00                 | WRONG
            time     | "17:00"                          | 17:00/                | WRONG
            datetime | "2026-03-14Tmorning"             | 2026-03-14            | RIGHT
            datetime | "2026-03-14T10:00"               | 2026-03-14            | WRONG
            datetime | "2026-03-14T10:00/12:00"         | 2026-03-14T11:00      | WITHIN
            datetime | "2026-03-14T10:00/12:00"         | 2026-03-15T11:00      | WRONG
            name     | "Anaïs Kowalczyk"                | ' anaïs KOWALCZYK '   | RIGHT
            name     | "Anaïs Kowalczyk"                | Anais Kowalczyk       | WRONG
            email    | "a@example.com"                  | A@Example.com         | RIGHT
            phone    | "+33639986402"                   | 0639986402            | WRONG
            yes_no   | "no"                             | no                    | RIGHT
            yes_no   | null                             | no                    | WRONG
            """)
    void a_value_is_compared_by_the_rule_of_what_was_asked(
            String asked, @Nullable String expected, @Nullable String predicted, Outcome outcome) {
        var line = "{\"expected\":%s}".formatted(expected);

        assertThat(taken(asked, line, predicted).outcome()).isEqualTo(outcome);
    }

    @Test
    void what_is_accepted_is_right_also_where_nothing_was_expected() {
        var line = "{\"expected\":null,\"accept\":[\"hugo@example.com\"]}";

        assertThat(taken("email", line, "hugo@example.com").outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(taken("email", line, null).outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(taken("email", line, "hugo@@example.com").outcome()).isEqualTo(Outcome.WRONG);
    }

    @Test
    void a_need_has_one_word_of_each_group_in_any_case_and_accents() {
        var line = "{\"expected\":{\"must_contain\":[[\"maquillage\"],[\"soeur\",\"2 personnes\"]]}}";

        assertThat(taken("need", line, "MAQUILLAGE pour ma sœur").outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(taken("need", line, "maquillage pour moi").outcome()).isEqualTo(Outcome.WRONG);
        assertThat(taken("need", line, null).outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(taken("need", "{\"expected\":null}", "pourquoi ?").outcome()).isEqualTo(Outcome.WRONG);
        assertThat(taken("need", "{\"expected\":null}", null).outcome()).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void a_value_within_the_interval_is_no_right_one_for_a_system_that_knows_intervals() {
        var score = SlotScore.of(List.of(
                taken("date", "{\"expected\":\"2026-03-12/2026-03-14\"}", "2026-03-13"),
                taken("date", "{\"expected\":\"2026-03-12\"}", "2026-03-12"),
                taken("date", "{\"expected\":\"2026-03-12\"}", null),
                taken("time", "{\"expected\":\"10:00\"}", "11:00")));

        assertThat(score.byAsked().get("date")).isEqualTo(new OfAsked(3, 1, 1, 0, 1));
        assertThat(score.overall()).isEqualTo(new OfAsked(4, 1, 1, 1, 1));
        assertThat(score.overall().accuracy()).isEqualTo(0.25);
        assertThat(score.overall().lenientAccuracy()).isEqualTo(0.5);
    }

    private static Taken taken(String asked, String line, @Nullable String predicted) {
        var json = Json.read(line);
        var groups = new ArrayList<List<String>>();
        json.path("expected").path("must_contain").values().forEach(it -> groups.add(Json.texts(it)));
        var answer = new SlotAnswer("s", asked, "beauty", "…", Wanted.of(json, "expected"), groups);
        return new Taken(answer, predicted, 1);
    }
}
