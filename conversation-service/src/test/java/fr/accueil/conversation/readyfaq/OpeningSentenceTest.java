package fr.accueil.conversation.readyfaq;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.WorkspaceEvent.DayPeriods;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpeningSentenceTest {

    @Test
    void a_week_with_a_lunch_break_and_a_short_saturday() {
        var week = week(
                open(List.of("14:00-19:00", "09:00-12:00"), TUESDAY, WEDNESDAY, THURSDAY, FRIDAY),
                open(List.of("09:00-17:00"), SATURDAY));

        assertThat(OpeningSentence.of(week))
                .isEqualTo(nbsp("du mardi au vendredi de 9_h à 12_h et de 14_h à 19_h, le samedi de 9_h à 17_h"));
    }

    @Test
    void days_that_do_not_follow_each_other() {
        assertThat(OpeningSentence.of(week(open(List.of("09:30-18:15"), MONDAY, WEDNESDAY, THURSDAY, FRIDAY))))
                .isEqualTo(nbsp("le lundi et du mercredi au vendredi de 9_h_30 à 18_h_15"));
        assertThat(OpeningSentence.of(week(open(List.of("09:00-18:00"), MONDAY, TUESDAY, SATURDAY))))
                .isEqualTo(nbsp("le lundi, le mardi et le samedi de 9_h à 18_h"));
    }

    @Test
    void on_which_days_it_is_closed() {
        var week = week(open(List.of("09:00-18:00"), TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY));

        assertThat(OpeningSentence.closed(week)).isEqualTo("Nous sommes fermés le lundi et le dimanche.");
        assertThat(OpeningSentence.closed(week(open(List.of("09:00-18:00"), DayOfWeek.values()))))
                .isEmpty();
    }

    @Test
    void every_day_until_midnight() {
        assertThat(OpeningSentence.of(week(open(List.of("18:00-24:00"), DayOfWeek.values()))))
                .isEqualTo(nbsp("tous les jours de 18_h à minuit"));
    }

    @Test
    void never_open_is_no_sentence() {
        assertThat(OpeningSentence.of(List.of())).isEmpty();
        assertThat(OpeningSentence.of(week(open(List.of(), MONDAY)))).isEmpty();
    }

    @SafeVarargs
    private static List<DayPeriods> week(List<DayPeriods>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static List<DayPeriods> open(List<String> periods, DayOfWeek... days) {
        return Arrays.stream(days).map(it -> new DayPeriods(it, periods)).toList();
    }

    private static String nbsp(String text) {
        return text.replace('_', '\u00a0');
    }
}
