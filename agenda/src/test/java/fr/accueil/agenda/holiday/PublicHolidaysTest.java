package fr.accueil.agenda.holiday;

import static fr.accueil.agenda.holiday.PublicHoliday.ABOLITION_IN_GUYANE;
import static fr.accueil.agenda.holiday.PublicHoliday.ALL_SAINTS;
import static fr.accueil.agenda.holiday.PublicHoliday.ARMISTICE_1918;
import static fr.accueil.agenda.holiday.PublicHoliday.ASCENSION;
import static fr.accueil.agenda.holiday.PublicHoliday.ASSUMPTION;
import static fr.accueil.agenda.holiday.PublicHoliday.CHRISTMAS;
import static fr.accueil.agenda.holiday.PublicHoliday.EASTER_MONDAY;
import static fr.accueil.agenda.holiday.PublicHoliday.GOOD_FRIDAY;
import static fr.accueil.agenda.holiday.PublicHoliday.LABOUR_DAY;
import static fr.accueil.agenda.holiday.PublicHoliday.NATIONAL_DAY;
import static fr.accueil.agenda.holiday.PublicHoliday.NEW_YEAR;
import static fr.accueil.agenda.holiday.PublicHoliday.SAINT_STEPHEN;
import static fr.accueil.agenda.holiday.PublicHoliday.VICTORY_1945;
import static fr.accueil.agenda.holiday.PublicHoliday.WHIT_MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "2024, 03-29, 04-01, 05-09, 05-20",
        "2025, 04-18, 04-21, 05-29, 06-09",
        "2026, 04-03, 04-06, 05-14, 05-25",
        "2027, 03-26, 03-29, 05-06, 05-17",
        "2028, 04-14, 04-17, 05-25, 06-05",
        "2029, 03-30, 04-02, 05-10, 05-21",
        "2030, 04-19, 04-22, 05-30, 06-10"
    })
    void those_that_move_fall_where_the_calendar_has_them(
            int year, String goodFriday, String easterMonday, String ascension, String whitMonday) {
        assertThat(GOOD_FRIDAY.in(year)).isEqualTo(year + "-" + goodFriday);
        assertThat(EASTER_MONDAY.in(year)).isEqualTo(year + "-" + easterMonday);
        assertThat(ASCENSION.in(year)).isEqualTo(year + "-" + ascension);
        assertThat(WHIT_MONDAY.in(year)).isEqualTo(year + "-" + whitMonday);
    }

    @ParameterizedTest
    @CsvSource({
        "METROPOLE,                '01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25'",
        "ALSACE_MOSELLE,           '01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25 12-26'",
        "GUADELOUPE,               '01-01 05-01 05-08 05-27 07-14 08-15 11-01 11-11 12-25'",
        "MARTINIQUE,               '01-01 05-01 05-08 05-22 07-14 08-15 11-01 11-11 12-25'",
        "GUYANE,                   '01-01 05-01 05-08 06-10 07-14 08-15 11-01 11-11 12-25'",
        "LA_REUNION,               '01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-20 12-25'",
        "MAYOTTE,                  '01-01 04-27 05-01 05-08 07-14 08-15 11-01 11-11 12-25'",
        "SAINT_BARTHELEMY,         '01-01 05-01 05-08 07-14 08-15 10-09 11-01 11-11 12-25'",
        "SAINT_MARTIN,             '01-01 05-01 05-08 05-28 07-14 08-15 11-01 11-11 12-25'",
        "SAINT_PIERRE_ET_MIQUELON, '01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25'"
    })
    void those_that_stay_are_the_regions_own(HolidayRegion region, String days) {
        for (var year = 2024; year <= 2030; year++) {
            var current = year;
            assertThat(region.holidaysIn(year).stream()
                            .filter(holiday -> staysPut(holiday))
                            .map(holiday -> MonthDay.from(holiday.in(current))
                                    .toString()
                                    .substring(2))
                            .collect(Collectors.joining(" ")))
                    .as("%s %d", region, year)
                    .isEqualTo(days);
        }
    }

    @Test
    void the_mainland_has_eleven_in_a_year_and_alsace_moselle_thirteen() {
        assertThat(HolidayRegion.METROPOLE.holidaysIn(2026))
                .containsExactly(
                        NEW_YEAR,
                        EASTER_MONDAY,
                        LABOUR_DAY,
                        VICTORY_1945,
                        ASCENSION,
                        WHIT_MONDAY,
                        NATIONAL_DAY,
                        ASSUMPTION,
                        ALL_SAINTS,
                        ARMISTICE_1918,
                        CHRISTMAS);
        assertThat(HolidayRegion.ALSACE_MOSELLE.holidaysIn(2026)).hasSize(13).contains(GOOD_FRIDAY, SAINT_STEPHEN);
    }

    @Test
    void two_holidays_may_fall_on_one_day() {
        var day = LocalDate.of(2030, 6, 10);

        assertThat(HolidayRegion.GUYANE.holidaysOn(day)).containsExactly(WHIT_MONDAY, ABOLITION_IN_GUYANE);
        assertThat(HolidayRegion.METROPOLE.holidaysOn(LocalDate.of(2008, 5, 1))).containsExactly(LABOUR_DAY, ASCENSION);
    }

    @Test
    void a_business_that_works_on_one_of_two_stays_closed_for_the_other() {
        var day = LocalDate.of(2030, 6, 10);
        var closed = HolidayRule.closedOnAllOf(HolidayRegion.GUYANE);

        assertThat(closed.openOn(WHIT_MONDAY).closing(day)).contains(ABOLITION_IN_GUYANE);
        assertThat(closed.openOn(WHIT_MONDAY, ABOLITION_IN_GUYANE).closing(day)).isEmpty();
        assertThat(HolidayRule.openOnAllOf(HolidayRegion.GUYANE).closing(day)).isEmpty();
    }

    @Test
    void a_holiday_of_another_region_is_an_ordinary_day() {
        var saintStephen = LocalDate.of(2026, 12, 26);

        assertThat(HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE).closing(saintStephen))
                .isEmpty();
        assertThat(HolidayRule.closedOnAllOf(HolidayRegion.ALSACE_MOSELLE).closing(saintStephen))
                .contains(SAINT_STEPHEN);
    }

    @Property
    void easter_is_a_sunday_between_march_22_and_april_25(@ForAll @IntRange(min = 1900, max = 2299) int year) {
        var easter = Easter.of(year);

        assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    }

    private static boolean staysPut(PublicHoliday holiday) {
        return !List.of(GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY).contains(holiday);
    }
}
