package fr.accueil.language.extraction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Months and thirds of them: `en avril`, `début avril`, `mi-mai`, `fin du mois`, `le mois prochain`.
final class MonthParts implements DayGrammar.Form {

    private static final Set<String> LINKS = Set.of("de", "du", "d", "le", "mois", "ce", "-");

    @Override
    public @Nullable Mention<DayWish> at(Words words, int i, LocalDate today) {
        boolean part = words.is(i, "debut", "mi", "milieu", "fin", "courant");
        if (!part && !words.is(i, "en", "mois", "prochain")) {
            return null;
        }
        if (words.is(i, "prochain") && !words.is(i + 1, "mois")) {
            return null;
        }
        int at = part || words.is(i, "en") ? words.skip(i + 1, LINKS) : i;
        var named = CalendarDays.MONTHS.indexOf(words.read(at)) + 1;
        if (named > 0) {
            int year = named < today.getMonthValue() ? today.getYear() + 1 : today.getYear();
            return third(words.read(i), YearMonth.of(year, named), today, i, at + 1);
        }
        boolean ofMonth = words.contains(i, at + 1, "mois");
        if (ofMonth && (words.is(at, "prochain") || words.says(i, "mois prochain") || words.says(i, "prochain mois"))) {
            int to = words.is(at, "prochain") ? at + 1 : i + 2;
            return third(words.read(i), YearMonth.from(today).plusMonths(1), today, i, Math.max(to, i + 2));
        }
        return part && ofMonth ? third(words.read(i), YearMonth.from(today), today, i, at) : null;
    }

    private static @Nullable Mention<DayWish> third(String part, YearMonth month, LocalDate today, int from, int to) {
        var first = switch (part) {
            case "mi", "milieu" -> month.atDay(11);
            case "fin" -> month.atDay(21);
            default -> month.atDay(1);
        };
        var last = switch (part) {
            case "debut" -> month.atDay(10);
            case "mi", "milieu" -> month.atDay(20);
            default -> month.atEndOfMonth();
        };
        if (last.isBefore(today)) {
            return null;
        }
        return new Mention<>(new DayWish.During(first.isBefore(today) ? today : first, last), from, to);
    }
}
