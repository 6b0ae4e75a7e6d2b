package fr.accueil.language.extraction;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Days by number: `12/03`, `21.03`, `13-03-26`, `le 3 avril`, `vendredi 13`, `le 12`, `March 12th`.
final class CalendarDays implements DayGrammar.Form {

    static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");

    /// What makes a number something else than a day.
    private static final Set<String> UNITS = Set.of(
            "h",
            "heure",
            "heures",
            "min",
            "minutes",
            "euros",
            "euro",
            "eur",
            "€",
            "ans",
            "an",
            "rue",
            "avenue",
            "boulevard",
            "bis",
            "ter",
            "m",
            "m2",
            "cm",
            "mm",
            "km",
            "kg",
            "%",
            "jour",
            "semaine",
            "mois",
            "fois",
            "personnes",
            "pers",
            "enfants",
            "pieces",
            ":",
            "am",
            "pm",
            "place",
            "impasse",
            "allee",
            "chemin",
            "eme",
            "etage",
            "numero",
            "°",
            "route",
            "quai",
            "w",
            "watts",
            "litres",
            "l",
            "euros ttc",
            "balles");

    private static final Set<String> MONTH_LINKS = Set.of("de", "du", "of", "d", "en");
    private static final int LONG_AGO = 60;

    @Override
    public @Nullable Mention<DayWish> at(Words words, int i, LocalDate today) {
        var iso = iso(words, i);
        if (iso != null) {
            return iso;
        }
        var numeric = numeric(words, i, today);
        if (numeric != null) {
            return numeric;
        }
        var weekday = WeekDays.named(words, i);
        int at = weekday == null ? i : weekday.to();
        if (words.is(at, "le", ",") && !(words.is(at, ",") && weekday == null)) {
            at++;
            at = words.is(at, "le") ? at + 1 : at;
        }
        if (weekday != null && numeric(words, at, today) instanceof Mention<DayWish> day) {
            return day.since(i);
        }
        var named = withMonth(words, at, today);
        if (named == null) {
            named = monthFirst(words, at, today);
        }
        if (named != null) {
            return named.since(i);
        }
        if (weekday != null) {
            return numbered(words, i, at, weekday.value(), today);
        }
        return at > i ? bare(words, at, today, i) : null;
    }

    private static @Nullable Mention<DayWish> iso(Words words, int i) {
        if (words.isNumber(i) && words.read(i).length() == 4 && words.is(i + 1, "-") && words.is(i + 3, "-")) {
            return on(number(words, i), number(words, i + 2), number(words, i + 4), i, i + 5);
        }
        return null;
    }

    private static @Nullable Mention<DayWish> numeric(Words words, int i, LocalDate today) {
        if (!isShort(words, i) || !words.is(i + 1, "/", ".", "-") || !isShort(words, i + 2) || !words.glued(i + 2)) {
            return null;
        }
        var mark = words.read(i + 1);
        boolean longer = words.is(i + 3, mark) && words.glued(i + 3) && words.isNumber(i + 4) && words.glued(i + 4);
        if (words.is(i - 1, mark) && words.glued(i)) {
            return null;
        }
        int day = number(words, i);
        int month = number(words, i + 2);
        if (longer) {
            boolean more = words.is(i + 5, mark) && words.glued(i + 5) && words.isNumber(i + 6);
            int length = words.read(i + 4).length();
            int year = number(words, i + 4);
            return more || (length != 2 && length != 4)
                    ? null
                    : on(length == 2 ? 2000 + year : year, month, day, i, i + 5);
        }
        boolean fraction = mark.equals("-") && words.in(i + 3, UNITS) || words.in(i + 3, UNITS) || !words.glued(i + 1);
        boolean always = mark.equals("/") && (day == 7 && month == 7 || day == 24);
        return fraction
                        || always
                                && month != 12
                                && words.read(i).length() + words.read(i + 2).length() < 4
                ? null
                : inYearAhead(day, month, today, i, i + 3);
    }

    /// `3 avril`, `3 avril 2026`, `le 12 de ce mois`, `le 12 du mois prochain`.
    private static @Nullable Mention<DayWish> withMonth(Words words, int i, LocalDate today) {
        var day = NumberWords.ordinal(words, i);
        if (day == null) {
            return null;
        }
        int at = words.skip(day.to(), MONTH_LINKS);
        if (words.says(at, "mois prochain")) {
            return inMonth(YearMonth.from(today).plusMonths(1), day.value(), i, at + 2);
        }
        if (words.says(at, "ce mois") || words.is(at, "mois") && at > day.to()) {
            return inMonth(YearMonth.from(today), day.value(), i, at + (words.is(at, "ce") ? 2 : 1));
        }
        int month = MONTHS.indexOf(words.read(at)) + 1;
        if (month == 0) {
            return null;
        }
        if (isYear(words, at + 1, today)) {
            return on(number(words, at + 1), month, day.value(), i, at + 2);
        }
        return inYearAhead(day.value(), month, today, i, at + 1);
    }

    private static @Nullable Mention<DayWish> monthFirst(Words words, int i, LocalDate today) {
        int month = MONTHS.indexOf(words.read(i)) + 1;
        var day = month == 0 ? null : NumberWords.ordinal(words, words.is(i + 1, "le") ? i + 2 : i + 1);
        if (day == null || words.in(day.to(), UNITS) || words.isNumber(day.to())) {
            return null;
        }
        return inYearAhead(day.value(), month, today, i, day.to());
    }

    /// `vendredi 13`, unless the number is the hour: `jeudi 15` when no Thursday soon is a 15th.
    private static @Nullable Mention<DayWish> numbered(
            Words words, int from, int at, DayOfWeek weekday, LocalDate today) {
        var day = NumberWords.ordinal(words, at);
        if (day == null || isOther(words, day.to())) {
            return null;
        }
        var date = today;
        for (int ahead = 0; ahead < 70; ahead++, date = date.plusDays(1)) {
            if (date.getDayOfWeek() == weekday && date.getDayOfMonth() == day.value()) {
                return new Mention<>(new DayWish.On(date), from, day.to());
            }
        }
        boolean hour = day.value() >= 7 && day.value() <= 20 && !words.is(at - 1, "le");
        return hour ? null : bare(words, at, today, from);
    }

    static @Nullable Mention<LocalDate> bareOrNamed(Words words, int i, LocalDate today) {
        var named = withMonth(words, i, today);
        var day = named == null ? bare(words, i, today) : named;
        return day == null ? null : day.saying(day.value().first());
    }

    /// The next 12th, for `le 12`.
    static @Nullable Mention<DayWish> bare(Words words, int i, LocalDate today) {
        return bare(words, i, today, i);
    }

    private static @Nullable Mention<DayWish> bare(Words words, int i, LocalDate today, int from) {
        var day = NumberWords.ordinal(words, i);
        boolean written = words.isNumber(i);
        if (day == null || isOther(words, day.to()) || !written && words.is(i, "un", "une", "deux", "first")) {
            return null;
        }
        var month = YearMonth.from(today);
        while (day.value() > month.lengthOfMonth() || month.atDay(day.value()).isBefore(today)) {
            month = month.plusMonths(1);
        }
        return new Mention<>(new DayWish.On(month.atDay(day.value())), from, day.to());
    }

    private static boolean isOther(Words words, int next) {
        boolean glued = words.glued(next) && words.is(next, "/", ".", "-") && words.isNumber(next + 1);
        boolean clock = words.isNumber(next + 1) || words.is(next + 1, "h", ":");
        return MONTHS.contains(words.read(next))
                || WeekDays.named(words, next) != null
                || words.in(next, UNITS)
                || glued
                || words.isNumber(next) && !clock
                || isPhone(words, next);
    }

    private static boolean isPhone(Words words, int i) {
        return words.isNumber(i) && words.isNumber(i + 1) && words.isNumber(i + 2);
    }

    private static boolean isYear(Words words, int i, LocalDate today) {
        return words.isNumber(i) && words.read(i).length() == 4 && Math.abs(number(words, i) - today.getYear()) <= 3;
    }

    private static boolean isShort(Words words, int i) {
        return words.isNumber(i) && words.read(i).length() <= 2;
    }

    private static int number(Words words, int i) {
        return words.isNumber(i) && words.read(i).length() <= 4 ? Integer.parseInt(words.read(i)) : 0;
    }

    private static @Nullable Mention<DayWish> inMonth(YearMonth month, int day, int from, int to) {
        return on(month.getYear(), month.getMonthValue(), day, from, to);
    }

    /// The day in this year; one long past is meant for the next.
    static @Nullable Mention<DayWish> inYearAhead(int day, int month, LocalDate today, int from, int to) {
        var thisYear = on(today.getYear(), month, day, from, to);
        boolean past = thisYear != null && thisYear.value().first().isBefore(today.minusDays(LONG_AGO));
        return past ? on(today.getYear() + 1, month, day, from, to) : thisYear;
    }

    private static @Nullable Mention<DayWish> on(int year, int month, int day, int from, int to) {
        try {
            return new Mention<>(new DayWish.On(LocalDate.of(year, month, day)), from, to);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
