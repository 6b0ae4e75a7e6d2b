package fr.accueil.language.extraction;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Days that have a name in France, their eves and their morrows: `lundi de Pâques`, `le lendemain de l'Ascension`.
final class Holidays implements DayGrammar.Form {

    private static final Set<String> LINKS = Set.of("de", "du", "d", "la", "l", "le", "apres", "des");

    /// Longest names first: `lundi de Pâques` before `Pâques`.
    private static final Map<String, IntFunction<LocalDate>> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("lundi de paques", year -> easter(year).plusDays(1));
        NAMES.put("easter lundi", year -> easter(year).plusDays(1));
        NAMES.put("dimanche de paques", Holidays::easter);
        NAMES.put("samedi de paques", year -> easter(year).minusDays(1));
        NAMES.put("vendredi saint", year -> easter(year).minusDays(2));
        NAMES.put("jeudi saint", year -> easter(year).minusDays(3));
        NAMES.put("good vendredi", year -> easter(year).minusDays(2));
        NAMES.put("paques", Holidays::easter);
        NAMES.put("jeudi de l ascension", year -> easter(year).plusDays(39));
        NAMES.put("ascension", year -> easter(year).plusDays(39));
        NAMES.put("lundi de pentecote", year -> easter(year).plusDays(50));
        NAMES.put("lundi de la pentecote", year -> easter(year).plusDays(50));
        NAMES.put("pentecote", year -> easter(year).plusDays(49));
        NAMES.put("mardi gras", year -> easter(year).minusDays(47));
        NAMES.put("rameaux", year -> easter(year).minusDays(7));
        NAMES.put("fete du travail", year -> LocalDate.of(year, 5, 1));
        NAMES.put("fete nationale", year -> LocalDate.of(year, 7, 14));
        NAMES.put("assomption", year -> LocalDate.of(year, 8, 15));
        NAMES.put("toussaint", year -> LocalDate.of(year, 11, 1));
        NAMES.put("armistice", year -> LocalDate.of(year, 11, 11));
        NAMES.put("reveillon de noel", year -> LocalDate.of(year, 12, 24));
        NAMES.put("christmas eve", year -> LocalDate.of(year, 12, 24));
        NAMES.put("jour de noel", year -> LocalDate.of(year, 12, 25));
        NAMES.put("noel", year -> LocalDate.of(year, 12, 25));
        NAMES.put("christmas", year -> LocalDate.of(year, 12, 25));
        NAMES.put("saint sylvestre", year -> LocalDate.of(year, 12, 31));
        NAMES.put("jour de l an", year -> LocalDate.of(year, 1, 1));
        NAMES.put("nouvel an", year -> LocalDate.of(year, 1, 1));
        NAMES.put("saint valentin", year -> LocalDate.of(year, 2, 14));
        NAMES.put("st valentin", year -> LocalDate.of(year, 2, 14));
        NAMES.put("fete des meres", Holidays::mothersDay);
        NAMES.put("fete des peres", year -> inMonth(year, Month.JUNE, 3));
        NAMES.put("fete de la musique", year -> LocalDate.of(year, 6, 21));
        NAMES.put("halloween", year -> LocalDate.of(year, 10, 31));
        NAMES.put("epiphanie", year -> LocalDate.of(year, 1, 6));
        NAMES.put("chandeleur", year -> LocalDate.of(year, 2, 2));
    }

    @Override
    public @Nullable Mention<DayWish> at(Words words, int i, LocalDate today) {
        int move = words.is(i, "lendemain") ? 1 : words.is(i, "veille") ? -1 : 0;
        if (move != 0) {
            var day = feast(words, words.skip(i + 1, LINKS), today);
            if (day == null) {
                day = CalendarDays.bareOrNamed(words, words.skip(i + 1, LINKS), today);
            }
            return day == null ? null : new Mention<>(new DayWish.On(day.value().plusDays(move)), i, day.to());
        }
        var feast = feast(words, i, today);
        return feast == null ? null : new Mention<>(new DayWish.On(feast.value()), i, feast.to());
    }

    static @Nullable Mention<LocalDate> feast(Words words, int i, LocalDate today) {
        for (var name : NAMES.entrySet()) {
            if (words.says(i, name.getKey())) {
                var day = name.getValue().apply(today.getYear());
                var next = day.isBefore(today) ? name.getValue().apply(today.getYear() + 1) : day;
                return new Mention<>(next, i, i + name.getKey().split(" ").length);
            }
        }
        return null;
    }

    /// Meeus' rule of the Gregorian calendar.
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    /// The last Sunday of May; if that is Pentecost, the first of June.
    private static LocalDate mothersDay(int year) {
        var lastOfMay = inMonth(year, Month.MAY, -1);
        return lastOfMay.equals(easter(year).plusDays(49)) ? lastOfMay.plusWeeks(1) : lastOfMay;
    }

    private static LocalDate inMonth(int year, Month month, int nth) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.SUNDAY));
    }
}
