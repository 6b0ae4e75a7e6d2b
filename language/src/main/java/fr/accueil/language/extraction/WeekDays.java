package fr.accueil.language.extraction;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Days of the week: `jeudi`, `jeudi prochain`, `mardi en huit`, `le dernier samedi de mars`. A bare one is the next.
final class WeekDays implements DayGrammar.Form {

    private static final List<String> NAMES =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    /// Short forms that are words of their own as well: days only where a day is expected.
    private static final Map<String, Integer> SHORT =
            Map.of("lun", 1, "mar", 2, "mer", 3, "jeu", 4, "ven", 5, "vend", 5, "sam", 6, "dim", 7);

    private static final Map<String, Integer> ORDINALS = Map.of(
            "premier",
            1,
            "1",
            1,
            "deuxieme",
            2,
            "second",
            2,
            "2",
            2,
            "troisieme",
            3,
            "3",
            3,
            "quatrieme",
            4,
            "4",
            4,
            "dernier",
            -1);

    private static final Set<String> FILLERS = Set.of("le", "la", "de", "mais", "non", ",", "plutot", "l", "pas", "ou");

    static @Nullable Mention<DayOfWeek> named(Words words, int i) {
        int day = NAMES.indexOf(words.read(i)) + 1;
        if (day > 0) {
            return new Mention<>(DayOfWeek.of(day), i, i + 1);
        }
        var shortened = SHORT.get(words.read(i));
        if (shortened == null || !expected(words, i)) {
            return null;
        }
        return new Mention<>(DayOfWeek.of(shortened), i, words.is(i + 1, ".") && i + 2 < words.size() ? i + 2 : i + 1);
    }

    private static boolean expected(Words words, int i) {
        boolean before = i == 0 || words.is(i - 1, "le", "ce", "pour", "plutot", "dispo", "pas", "ou", "non", "et");
        boolean after = words.isNumber(i + 1)
                || words.is(i + 1, "prochain", ".", "vers", "ou", "a", "en", "?", "apres", "avant")
                || HourGrammar.isPart(words, i + 1);
        boolean alone = i + 1 >= words.size() || words.isMark(i + 1);
        return after || before && (alone || !words.is(i, "mer", "jeu", "mar"));
    }

    @Override
    public @Nullable Mention<DayWish> at(Words words, int i, LocalDate today) {
        var nth = nthOfMonth(words, i, today);
        if (nth != null) {
            return nth;
        }
        boolean thisOne = words.is(i, "ce");
        var day = named(words, thisOne ? i + 1 : i);
        if (day == null && words.is(i, "prochain")) {
            day = named(words, i + 1);
        }
        if (day == null) {
            return null;
        }
        var next = thisOne
                ? today.with(TemporalAdjusters.nextOrSame(day.value()))
                : today.with(TemporalAdjusters.next(day.value()));
        return later(words, day.to(), next, today).since(i);
    }

    /// What follows the day's name and moves it.
    private static Mention<DayWish> later(Words words, int at, LocalDate next, LocalDate today) {
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        int link = words.skip(at, Set.of("de", "la", "dans", "d", "l", "le"));
        if (words.says(link, "semaine prochain") || words.says(link, "semaine qui vient")) {
            return on(monday.with(TemporalAdjusters.nextOrSame(next.getDayOfWeek())), at, link + 2);
        }
        if (words.says(link, "semaine d apres") || words.says(link, "semaine suivante")) {
            return on(next.plusWeeks(1), at, link + (words.says(link, "semaine d") ? 3 : 2));
        }
        if (words.says(link, "cette semaine")) {
            return on(
                    today.with(DayOfWeek.MONDAY).with(TemporalAdjusters.nextOrSame(next.getDayOfWeek())), at, link + 2);
        }
        if (words.says(at, "en huit") || words.says(at, "en 8")) {
            return on(next.plusWeeks(1), at, at + 2);
        }
        if (words.says(at, "en quinze") || words.says(at, "en 15")) {
            return on(next.plusWeeks(2), at, at + 2);
        }
        if (words.says(at, "prochain en huit")) {
            return on(next.plusWeeks(1), at, at + 3);
        }
        if (words.is(at, "dernier", "passe")) {
            return on(next.minusWeeks(1), at, at + 1);
        }
        if (words.is(at, "dans", "d")) {
            var ahead = NearDays.weeksAhead(words, at, today);
            if (ahead != null) {
                var week = ahead.value().with(DayOfWeek.MONDAY);
                return on(week.with(TemporalAdjusters.nextOrSame(next.getDayOfWeek())), at, ahead.to());
            }
        }
        var feast = words.is(at, "apres", "avant")
                ? Holidays.feast(words, words.skip(at + 1, Set.of("le", "l", "la")), today)
                : null;
        if (feast != null) {
            var adjust = words.is(at, "apres")
                    ? TemporalAdjusters.next(next.getDayOfWeek())
                    : TemporalAdjusters.previous(next.getDayOfWeek());
            return on(feast.value().with(adjust), at, feast.to());
        }
        return notThisOne(words, at, next);
    }

    /// `jeudi, mais pas celui-ci, celui d'après`.
    private static Mention<DayWish> notThisOne(Words words, int at, LocalDate next) {
        for (int i = at; i < Math.min(at + 7, words.size()); i++) {
            boolean following = words.says(i, "celui d apres")
                    || words.says(i, "celui apres")
                    || words.says(i, "le suivant")
                    || words.says(i, "celui qui suit")
                    || words.says(i, "celui de la semaine");
            boolean refused = words.is(i, "pas") && words.is(words.skip(i + 1, FILLERS), "celui", "ce", "prochain");
            if (following || refused && !words.isMark(i - 1) || refused && words.is(i - 1, ",")) {
                return on(next.plusWeeks(1), at, following ? i + 2 : words.skip(i + 1, FILLERS) + 1);
            }
        }
        return words.is(at, "prochain") || words.says(at, "qui vient") || words.is(at, "suivant")
                ? on(next, at, at + (words.is(at, "qui") ? 2 : 1))
                : on(next, at, at);
    }

    private static @Nullable Mention<DayWish> nthOfMonth(Words words, int i, LocalDate today) {
        var nth = ORDINALS.get(words.read(i));
        if (nth == null) {
            return null;
        }
        int at = words.glued(i + 1) && words.is(i + 1, "e", "er", "eme") ? i + 2 : i + 1;
        var day = named(words, at);
        if (day == null) {
            return null;
        }
        int link = words.skip(day.to(), Set.of("de", "du", "d", "en"));
        var month = YearMonth.from(today);
        int number = CalendarDays.MONTHS.indexOf(words.read(link)) + 1;
        if (number > 0) {
            month = YearMonth.of(number < today.getMonthValue() ? today.getYear() + 1 : today.getYear(), number);
        } else if (words.says(link, "mois prochain")) {
            month = month.plusMonths(1);
        } else if (!words.is(link, "mois") || link == day.to()) {
            return null;
        }
        int to = words.says(link, "mois prochain") ? link + 2 : link + 1;
        var date = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day.value()));
        return on(date, i, to);
    }

    private static Mention<DayWish> on(LocalDate date, int from, int to) {
        return new Mention<>(new DayWish.On(date), from, to);
    }
}
