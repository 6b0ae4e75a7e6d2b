package fr.accueil.conversation.faq;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.WorkspaceEvent.DayPeriods;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursInWordsTest {

    /// One day a slash, from Monday on; its periods a blank apart.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                /09:00-12:00 14:00-19:00/09:00-12:00 14:00-19:00/09:00-12:00 14:00-19:00/09:00-12:00 14:00-19:00/09:00-17:00/ | du mardi au vendredi de 9 h à 12 h et de 14 h à 19 h, le samedi de 9 h à 17 h
                09:30-18:45/09:30-18:45//09:30-18:45///     | le lundi et le mardi de 9 h 30 à 18 h 45, le jeudi de 9 h 30 à 18 h 45
                00:00-24:00/00:00-24:00/00:00-24:00/00:00-24:00/00:00-24:00/00:00-24:00/00:00-24:00 | tous les jours 24 h sur 24
                //////10:00-13:00                           | le dimanche de 10 h à 13 h
                """)
    void a_week_as_one_says_it(String week, String words) {
        assertThat(HoursInWords.of(weekOf(week))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource("//////")
    void who_is_never_open_says_nothing(String week) {
        assertThat(HoursInWords.of(weekOf(week))).isEmpty();
    }

    private static List<DayPeriods> weekOf(String text) {
        var days = new ArrayList<DayPeriods>();
        var parts = text.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            var periods = parts[i].isBlank() ? List.<String>of() : List.of(parts[i].split(" ", -1));
            days.add(new DayPeriods(DayOfWeek.of(i + 1), periods));
        }
        return days;
    }
}
