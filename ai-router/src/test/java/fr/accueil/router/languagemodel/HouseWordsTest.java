package fr.accueil.router.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.business.BookingRules;
import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.agenda.holiday.HolidayRule;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.hours.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the model may know of hours and free slots.
class HouseWordsTest {

    private static final ServiceId NAILS = new ServiceId("manucure");
    private static final OpeningHours HOURS = OpeningHours.of(
            WeeklyHours.none()
                    .from(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY, "09:30-12:00", "14:00-19:00")
                    .on(DayOfWeek.SATURDAY, "09:00-17:00"),
            HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE));
    static final Agenda AGENDA = Agenda.of(
            Business.of(
                    HOURS,
                    List.of(ServiceOffer.of(NAILS, Duration.ofMinutes(60))),
                    Staffing.seats(1),
                    BookingRules.usual()),
            List.of());

    @Test
    void the_week_and_the_days_that_are_otherwise() {
        assertThat(HouseWords.hours(HOURS, LocalDate.of(2026, 4, 28)))
                .contains("lundi fermé", "mardi 09:30–12:00 et 14:00–19:00", "samedi 09:00–17:00", "dimanche fermé")
                .contains("Mais : vendredi 1 mai fermé ; vendredi 8 mai fermé")
                .doesNotContain("lundi 4 mai");
        assertThat(HouseWords.hours(HOURS, LocalDate.of(2026, 1, 13))).doesNotContain("Mais");
    }

    @Test
    void the_first_free_starts_of_the_next_days() {
        var free = HouseWords.freeSlots(AGENDA, List.of(NAILS), Reception.NOW);

        assertThat(free).isPresent();
        assertThat(free.get())
                .startsWith("Premiers créneaux libres : mardi 10 mars ")
                .contains("mercredi 11 mars 09:30");
    }

    @Test
    void none_are_told_where_nobody_said_for_what() {
        assertThat(HouseWords.freeSlots(AGENDA, List.of(), Reception.NOW)).isEmpty();
        assertThat(HouseWords.freeSlots(AGENDA, List.of(new ServiceId("tatouage")), Reception.NOW))
                .isEmpty();
    }
}
