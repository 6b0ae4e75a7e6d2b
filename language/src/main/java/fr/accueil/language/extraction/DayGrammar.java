package fr.accueil.language.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every day that a message names, in its order. At each word the longest reading wins.
final class DayGrammar {

    /// A way of naming a day.
    interface Form {
        @Nullable
        Mention<DayWish> at(Words words, int i, LocalDate today);
    }

    private static final Set<String> ARTICLES = Set.of("le", "la", "les", "l", "du", "au", "ce");
    private static final List<Form> FORMS = List.of(
            new Holidays(), new CalendarDays(), new NearDays(), new WeekDays(), new Stretches(), new MonthParts());

    List<Mention<DayWish>> read(Words words, LocalDate today) {
        var found = new ArrayList<Mention<DayWish>>();
        int i = 0;
        while (i < words.size()) {
            var mention = range(words, i, today);
            if (mention == null) {
                mention = single(words, i, today);
            }
            if (mention == null) {
                i++;
            } else {
                found.add(mention);
                i = Math.max(mention.to(), i + 1);
            }
        }
        return found;
    }

    static @Nullable Mention<DayWish> single(Words words, int i, LocalDate today) {
        return FORMS.stream()
                .map(form -> form.at(words, i, today))
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(Mention::length))
                .orElse(null);
    }

    /// `du 20 au 24`, `entre lundi et mercredi`, `avant vendredi`.
    private static @Nullable Mention<DayWish> range(Words words, int i, LocalDate today) {
        if (words.is(i, "avant") && !words.is(i - 1, "pas")) {
            return before(words, i, today);
        }
        if (!words.is(i, "entre", "du", "de", "apartir")) {
            return null;
        }
        var first = afterArticles(words, i + 1, today);
        if (first == null && words.is(i, "entre", "du")) {
            return ofNumbers(words, i, today);
        }
        if (first == null || !words.is(first.to(), "et", "au", "a", "jusquau", "jusqua", "jusque", "to")) {
            return null;
        }
        var last = afterArticles(words, first.to() + 1, today);
        if (last == null) {
            return null;
        }
        var from = inTheMonthOf(first, last, words);
        boolean turned = from.isAfter(last.value().last())
                && from.minusWeeks(1).isBefore(last.value().last());
        var to = turned ? last.value().last().plusWeeks(1) : last.value().last();
        return from.isAfter(to) ? null : new Mention<>(new DayWish.During(from, to), i, last.to());
    }

    /// `entre 20 et 24 mars`: bare numbers become days by the month that follows.
    private static @Nullable Mention<DayWish> ofNumbers(Words words, int i, LocalDate today) {
        int at = words.skip(i + 1, ARTICLES);
        var first = NumberWords.ordinal(words, at);
        if (first == null || !words.is(first.to(), "et", "au", "a")) {
            return null;
        }
        var last = afterArticles(words, first.to() + 1, today);
        if (last == null || first.value() > last.value().last().getDayOfMonth()) {
            return null;
        }
        var to = last.value().last();
        return new Mention<>(new DayWish.During(to.withDayOfMonth(first.value()), to), i, last.to());
    }

    private static @Nullable Mention<DayWish> before(Words words, int i, LocalDate today) {
        var limit = afterArticles(words, i + 1, today);
        if (limit == null
                || !limit.value().first().isAfter(today.plusDays(1))
                || HourGrammar.isPart(words, limit.to())) {
            return null;
        }
        return new Mention<>(new DayWish.During(today, limit.value().first().minusDays(1)), i, limit.to());
    }

    private static @Nullable Mention<DayWish> afterArticles(Words words, int i, LocalDate today) {
        var mention = single(words, i, today);
        for (int at = i; mention == null && words.in(at, ARTICLES); at++) {
            mention = single(words, at + 1, today);
        }
        if (mention == null && words.is(i - 1, "du", "au")) {
            mention = CalendarDays.bare(words, i, today);
        }
        return mention;
    }

    private static LocalDate inTheMonthOf(Mention<DayWish> first, Mention<DayWish> last, Words words) {
        var from = first.value().first();
        var to = last.value().last();
        boolean bare = first.length() <= 2 && words.isNumber(first.to() - 1);
        boolean fits = from.getDayOfMonth() <= to.getDayOfMonth() && from.getMonth() != to.getMonth();
        return bare && fits ? to.withDayOfMonth(from.getDayOfMonth()) : from;
    }
}
