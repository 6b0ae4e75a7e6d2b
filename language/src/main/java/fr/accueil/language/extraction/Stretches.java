package fr.accueil.language.extraction;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Weeks, week-ends and parts of them: `la semaine prochaine`, `ce week-end`, `fin de semaine`, `la semaine du 16`.
final class Stretches implements DayGrammar.Form {

    private static final Set<String> LINKS = Set.of("de", "la", "du", "d", "l", "le", "en", "cette", "ce");

    private enum Part {
        WHOLE,
        BEGINNING,
        MIDDLE,
        END
    }

    @Override
    public @Nullable Mention<DayWish> at(Words words, int i, LocalDate today) {
        if (words.is(i, "weekend") && !words.is(i - 1, "de") || words.says(i, "ce weekend")) {
            return weekend(words, i, words.is(i, "ce") ? i + 2 : i + 1, today);
        }
        var part = switch (words.read(i)) {
            case "debut" -> Part.BEGINNING;
            case "milieu", "mi" -> Part.MIDDLE;
            case "fin" -> Part.END;
            default -> Part.WHOLE;
        };
        int at = part == Part.WHOLE ? i : words.skip(i + 1, LINKS);
        if (part == Part.WHOLE && words.is(i, "prochain") && words.is(i + 1, "semaine")) {
            return within(monday(today).plusWeeks(1), part, today, i, i + 2);
        }
        boolean thisOne = part == Part.WHOLE && (words.says(i, "cette semaine") || words.says(i, "dans la semaine"));
        if (thisOne) {
            at = words.is(i, "cette") ? i + 1 : i + 2;
        }
        return words.is(at, "semaine") ? week(words, i, at, part, thisOne, today) : null;
    }

    private static @Nullable Mention<DayWish> week(
            Words words, int from, int at, Part part, boolean thisOne, LocalDate today) {
        int next = at + 1;
        if (words.is(next, "prochain") || words.says(next, "qui vient") || words.says(next, "qui arrive")) {
            return within(monday(today).plusWeeks(1), part, today, from, words.is(next, "qui") ? next + 2 : next + 1);
        }
        if (words.says(next, "d apres") || words.is(next, "suivante")) {
            return within(monday(today).plusWeeks(2), part, today, from, next + (words.is(next, "d") ? 2 : 1));
        }
        if (words.is(next, "du")) {
            var day = NumberWords.ordinal(words, next + 1);
            var dated = day == null ? null : DayGrammar.single(words, next + 1, today);
            var start = dated == null ? CalendarDays.bare(words, next + 1, today) : dated;
            return start == null ? null : within(monday(start.value().first()), part, today, from, start.to());
        }
        if (thisOne || part != Part.WHOLE) {
            var monday = monday(today);
            boolean over = part == Part.BEGINNING && today.getDayOfWeek().getValue() >= 2
                    || part == Part.MIDDLE && today.getDayOfWeek().getValue() >= 4;
            return within(over ? monday.plusWeeks(1) : monday, part, today, from, next);
        }
        return null;
    }

    private static @Nullable Mention<DayWish> within(LocalDate monday, Part part, LocalDate today, int from, int to) {
        var stretch = switch (part) {
            case WHOLE -> new DayWish.During(monday, monday.plusDays(6));
            case BEGINNING -> new DayWish.During(monday, monday.plusDays(1));
            case MIDDLE -> new DayWish.During(monday.plusDays(1), monday.plusDays(3));
            case END -> new DayWish.During(monday.plusDays(3), monday.plusDays(5));
        };
        boolean begun = stretch.first().isBefore(today) && !stretch.last().isBefore(today);
        return new Mention<>(begun ? new DayWish.During(today, stretch.last()) : stretch, from, to);
    }

    private static Mention<DayWish> weekend(Words words, int from, int at, LocalDate today) {
        var saturday = today.getDayOfWeek() == DayOfWeek.SUNDAY
                ? today.minusDays(1)
                : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        if (words.is(at, "du", "de")) {
            var day = DayGrammar.single(words, at + 1, today);
            var start = day == null ? CalendarDays.bare(words, at + 1, today) : day;
            if (start != null) {
                var near = start.value().first();
                var its = near.getDayOfWeek() == DayOfWeek.SUNDAY
                        ? near.minusDays(1)
                        : near.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
                return new Mention<>(new DayWish.During(its, its.plusDays(1)), from, start.to());
            }
        }
        if (words.says(at, "d apres") || words.is(at, "suivant") || words.says(at, "en huit")) {
            saturday = saturday.plusWeeks(1);
            return new Mention<>(new DayWish.During(saturday, saturday.plusDays(1)), from, at + 2);
        }
        int to = words.is(at, "prochain") ? at + 1 : words.says(at, "qui vient") ? at + 2 : at;
        return new Mention<>(new DayWish.During(saturday, saturday.plusDays(1)), from, to);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }
}
