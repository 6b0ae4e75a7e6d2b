package fr.accueil.agenda.holiday;

import static fr.accueil.agenda.holiday.PublicHoliday.ALL_SAINTS;
import static fr.accueil.agenda.holiday.PublicHoliday.ARMISTICE_1918;
import static fr.accueil.agenda.holiday.PublicHoliday.ASCENSION;
import static fr.accueil.agenda.holiday.PublicHoliday.ASSUMPTION;
import static fr.accueil.agenda.holiday.PublicHoliday.CHRISTMAS;
import static fr.accueil.agenda.holiday.PublicHoliday.EASTER_MONDAY;
import static fr.accueil.agenda.holiday.PublicHoliday.LABOUR_DAY;
import static fr.accueil.agenda.holiday.PublicHoliday.NATIONAL_DAY;
import static fr.accueil.agenda.holiday.PublicHoliday.NEW_YEAR;
import static fr.accueil.agenda.holiday.PublicHoliday.VICTORY_1945;
import static fr.accueil.agenda.holiday.PublicHoliday.WHIT_MONDAY;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Where a business is, as far as the law of public holidays and the clock are concerned.
public enum HolidayRegion {
    METROPOLE("France métropolitaine", "Europe/Paris"),
    ALSACE_MOSELLE("Alsace-Moselle", "Europe/Paris", PublicHoliday.GOOD_FRIDAY, PublicHoliday.SAINT_STEPHEN),
    GUADELOUPE("Guadeloupe", "America/Guadeloupe", PublicHoliday.ABOLITION_IN_GUADELOUPE),
    MARTINIQUE("Martinique", "America/Martinique", PublicHoliday.ABOLITION_IN_MARTINIQUE),
    GUYANE("Guyane", "America/Cayenne", PublicHoliday.ABOLITION_IN_GUYANE),
    LA_REUNION("La Réunion", "Indian/Reunion", PublicHoliday.ABOLITION_IN_LA_REUNION),
    MAYOTTE("Mayotte", "Indian/Mayotte", PublicHoliday.ABOLITION_IN_MAYOTTE),
    SAINT_BARTHELEMY("Saint-Barthélemy", "America/St_Barthelemy", PublicHoliday.ABOLITION_IN_SAINT_BARTHELEMY),
    SAINT_MARTIN("Saint-Martin", "America/Marigot", PublicHoliday.ABOLITION_IN_SAINT_MARTIN),
    SAINT_PIERRE_ET_MIQUELON("Saint-Pierre-et-Miquelon", "America/Miquelon");

    private static final Set<PublicHoliday> EVERYWHERE = EnumSet.of(
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

    private final String frenchName;
    private final ZoneId zone;
    private final List<PublicHoliday> ownHolidays;

    HolidayRegion(String frenchName, String zone, PublicHoliday... ownHolidays) {
        this.frenchName = frenchName;
        this.zone = ZoneId.of(zone);
        this.ownHolidays = List.of(ownHolidays);
    }

    public String frenchName() {
        return frenchName;
    }

    /// The time zone that businesses of this region live in.
    public ZoneId zone() {
        return zone;
    }

    public Set<PublicHoliday> holidays() {
        var holidays = EnumSet.copyOf(EVERYWHERE);
        holidays.addAll(ownHolidays);
        return Collections.unmodifiableSet(holidays);
    }

    /// One, none, or in some years two: in 2030 Guyane's day of abolition is a Whit Monday.
    public List<PublicHoliday> holidaysOn(LocalDate date) {
        return holidays().stream().filter(holiday -> holiday.isOn(date)).toList();
    }

    /// In the order of the year.
    public List<PublicHoliday> holidaysIn(int year) {
        return holidays().stream()
                .sorted(Comparator.comparing(holiday -> holiday.in(year)))
                .toList();
    }
}
