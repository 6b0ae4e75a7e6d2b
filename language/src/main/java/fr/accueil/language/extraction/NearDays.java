package fr.accueil.language.extraction;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Days counted from today: `demain`, `ce soir`, `dans trois jours`, `dans deux semaines le jeudi`, `demain en huit`.
final class NearDays implements DayGrammar.Form {

    private static final Map<String, Integer> DAYS = Map.of("aujourdhui", 0, "demain", 1, "apresdemain", 2, "hier", -1);
    private static final Set<String> EXTRA = Set.of("exactement", "pile", ",", "jour", "pour");

    @Override
    public @Nullable Mention<DayWish> at(Words words, int i, LocalDate today) {
        if (words.is(i, "ce", "cet", "cette", "c") && HourGrammar.isPart(words, i + 1)) {
            return on(today, i, i + 1);
        }
        if (words.says(i, "tout de suite") || words.is(i, "maintenant", "now")) {
            return on(today, i, words.is(i, "tout") ? i + 3 : i + 1);
        }
        if (words.says(i, "tout a l h")) {
            return on(today, i, i + 4);
        }
        if (words.says(i, "day apres demain")) {
            return on(today.plusDays(2), i, i + 3);
        }
        if (words.says(i, "jour apres demain") || words.says(i, "apres le demain")) {
            return on(today.plusDays(2), i, i + 3);
        }
        if (words.says(i, "apres demain")) {
            return enHuit(words, i, i + 2, today.plusDays(2));
        }
        var near = DAYS.get(words.read(i));
        if (near != null) {
            return words.says(i - 2, "por la") || words.says(i - 2, "de la")
                    ? null
                    : enHuit(words, i, i + 1, today.plusDays(near));
        }
        return ahead(words, i, today);
    }

    private static Mention<DayWish> enHuit(Words words, int from, int at, LocalDate day) {
        if (words.says(at, "en huit") || words.says(at, "en 8")) {
            return on(day.plusWeeks(1), from, at + 2);
        }
        if (words.says(at, "en quinze") || words.says(at, "en 15")) {
            return on(day.plusWeeks(2), from, at + 2);
        }
        return on(day, from, at);
    }

    private static @Nullable Mention<DayWish> ahead(Words words, int i, LocalDate today) {
        var ahead = weeksAhead(words, i, today);
        if (ahead == null) {
            return words.says(i, "en huit") ? on(today.plusWeeks(1), i, i + 2) : null;
        }
        int at = words.skip(ahead.to(), Set.of("le", ",", "un", "pour"));
        var weekday = WeekDays.named(words, at);
        boolean weeks = words.contains(i, ahead.to(), "semaine") || words.is(ahead.to() - 1, "jour");
        if (weekday != null && weeks) {
            var monday = ahead.value().with(DayOfWeek.MONDAY);
            return on(monday.with(TemporalAdjusters.nextOrSame(weekday.value())), i, weekday.to());
        }
        int end = words.is(ahead.to(), "jour", ",", "exactement", "pile") ? words.skip(ahead.to(), EXTRA) : ahead.to();
        return on(ahead.value(), i, end);
    }

    /// `dans trois jours`, `d'ici 2 semaines`, `in one month`.
    static @Nullable Mention<LocalDate> weeksAhead(Words words, int i, LocalDate today) {
        int at;
        if (words.is(i, "dans", "sous", "in") || words.is(i, "en") && words.is(i + 2, "jour", "semaine")) {
            at = i + 1;
        } else if (words.says(i, "d ici")) {
            at = i + 2;
        } else {
            return null;
        }
        at = words.skip(at, Set.of("environ", "a", "peu", "pres", "les"));
        var count = count(words, at);
        if (count == null) {
            return null;
        }
        int unit = words.is(count.to(), "de", "petits", "bons", "d") ? count.to() + 1 : count.to();
        int number = count.value();
        return switch (words.read(unit)) {
            case "jour" -> new Mention<>(today.plusDays(asDays(number)), i, unit + 1);
            case "semaine" -> new Mention<>(today.plusWeeks(number), i, unit + 1);
            case "mois" -> new Mention<>(today.plusMonths(number), i, unit + 1);
            case "quinzaine" -> new Mention<>(today.plusWeeks(2), i, unit + 1);
            default -> null;
        };
    }

    private static @Nullable Mention<Integer> count(Words words, int i) {
        if (words.says(i, "une dizaine")) {
            return new Mention<>(10, i, i + 2);
        }
        if (words.says(i, "une quinzaine")) {
            return new Mention<>(15, i, words.is(i + 2, "de") ? i + 2 : i + 1);
        }
        return NumberWords.at(words, i);
    }

    /// `huit jours` is a week in French, `quinze jours` two.
    private static int asDays(int spoken) {
        return switch (spoken) {
            case 8 -> 7;
            case 15 -> 14;
            default -> spoken;
        };
    }

    private static Mention<DayWish> on(LocalDate date, int from, int to) {
        return new Mention<>(new DayWish.On(date), from, to);
    }
}
