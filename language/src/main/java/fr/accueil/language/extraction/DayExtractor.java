package fr.accueil.language.extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The day that a message wishes.
final class DayExtractor {

    private static final Set<String> PAST = Set.of("hier", "dernier", "passe", "derniere");

    private final DayGrammar grammar = new DayGrammar();

    List<Mention<DayWish>> mentions(Words words, LocalDate today) {
        return grammar.read(words, today);
    }

    @Nullable
    DayWish extract(Words words, LocalDate today) {
        return meant(words, mentions(words, today));
    }

    /// The day of a message that answers the question for one: a number alone is a day too.
    @Nullable
    DayWish answered(Words words, LocalDate today) {
        var mentions = mentions(words, today);
        if (!mentions.isEmpty()) {
            return meant(words, mentions);
        }
        int at = words.skip(0, Set.of("le", "du", "pour", "disons", "plutot", "mettons", "vers", "au"));
        var bare = words.isNumber(at) ? CalendarDays.bare(words, at, today) : null;
        if (bare == null || words.size() - bare.to() > 3) {
            return null;
        }
        return noOtherNumber(words, bare.to()) ? bare.value() : null;
    }

    private static boolean noOtherNumber(Words words, int from) {
        for (int i = from; i < words.size(); i++) {
            if (words.isNumber(i)) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    DayWish meant(Words words, List<Mention<DayWish>> mentions) {
        var standing = Choice.standing(words, mentions);
        var ahead = standing.stream().filter(mention -> !isPast(words, mention)).toList();
        var candidates = ahead.isEmpty() ? standing : ahead;
        var meant = Choice.meant(words, candidates);
        if (meant == null) {
            return null;
        }
        var next =
                candidates.stream().filter(other -> other.from() > meant.from()).findFirst();
        return next.filter(other -> Choice.isEither(words, meant, other))
                .map(other -> together(meant.value(), other.value()))
                .orElse(meant.value());
    }

    private static boolean isPast(Words words, Mention<DayWish> mention) {
        return words.in(mention.from(), PAST) || words.in(mention.to() - 1, PAST) || words.in(mention.to(), PAST);
    }

    /// `jeudi ou vendredi` is a stretch; `lundi ou jeudi` is not, and the first is taken.
    private static DayWish together(DayWish one, DayWish other) {
        return other.first().equals(one.last().plusDays(1)) ? new DayWish.During(one.first(), other.last()) : one;
    }
}
