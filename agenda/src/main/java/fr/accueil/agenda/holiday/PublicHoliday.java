package fr.accueil.agenda.holiday;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/// A public holiday of the Code du travail: L3133-1 everywhere, L3134-13 in Alsace-Moselle, L3422-2 overseas.
public enum PublicHoliday {
    NEW_YEAR("Jour de l'An", Month.JANUARY, 1),
    /// By the law only where there is a Protestant or a shared church; in practice in all of Alsace-Moselle.
    GOOD_FRIDAY("Vendredi saint", -2),
    EASTER_MONDAY("Lundi de Pâques", 1),
    ABOLITION_IN_MAYOTTE("Abolition de l'esclavage", Month.APRIL, 27),
    LABOUR_DAY("Fête du Travail", Month.MAY, 1),
    VICTORY_1945("Victoire 1945", Month.MAY, 8),
    ASCENSION("Ascension", 39),
    WHIT_MONDAY("Lundi de Pentecôte", 50),
    ABOLITION_IN_MARTINIQUE("Abolition de l'esclavage", Month.MAY, 22),
    ABOLITION_IN_GUADELOUPE("Abolition de l'esclavage", Month.MAY, 27),
    /// Kept on this day since 2018, though the Code du travail still has a slip of the pen here.
    ABOLITION_IN_SAINT_MARTIN("Abolition de l'esclavage", Month.MAY, 28),
    ABOLITION_IN_GUYANE("Abolition de l'esclavage", Month.JUNE, 10),
    NATIONAL_DAY("Fête nationale", Month.JULY, 14),
    ASSUMPTION("Assomption", Month.AUGUST, 15),
    ABOLITION_IN_SAINT_BARTHELEMY("Abolition de l'esclavage", Month.OCTOBER, 9),
    ALL_SAINTS("Toussaint", Month.NOVEMBER, 1),
    ARMISTICE_1918("Armistice 1918", Month.NOVEMBER, 11),
    ABOLITION_IN_LA_REUNION("Abolition de l'esclavage", Month.DECEMBER, 20),
    CHRISTMAS("Noël", Month.DECEMBER, 25),
    SAINT_STEPHEN("Saint-Étienne", Month.DECEMBER, 26);

    private final String frenchName;
    private final Rule rule;

    PublicHoliday(String frenchName, Month month, int day) {
        this.frenchName = frenchName;
        this.rule = new Fixed(MonthDay.of(month, day));
    }

    PublicHoliday(String frenchName, int daysAfterEaster) {
        this.frenchName = frenchName;
        this.rule = new AfterEaster(daysAfterEaster);
    }

    /// As a customer reads it.
    public String frenchName() {
        return frenchName;
    }

    public LocalDate in(int year) {
        return switch (rule) {
            case Fixed(var day) -> day.atYear(year);
            case AfterEaster(var days) -> Easter.of(year).plusDays(days);
        };
    }

    public boolean isOn(LocalDate date) {
        return in(date.getYear()).equals(date);
    }

    private sealed interface Rule {}

    private record Fixed(MonthDay day) implements Rule {}

    private record AfterEaster(int days) implements Rule {}
}
