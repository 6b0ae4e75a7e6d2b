package fr.accueil.language.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hour that a message wishes: one on the clock before a part of the day.
final class HourExtractor {

    private final HourGrammar grammar = new HourGrammar();

    /// @param asked an hour was asked for, so that a number alone is one
    @Nullable
    HourWish extract(Words words, boolean asked) {
        var mentions = grammar.read(words, asked);
        var standing = Choice.standing(words, mentions);
        if (standing.isEmpty()) {
            return mentions.isEmpty() ? null : allBut(words, mentions);
        }
        var clocks = standing.stream()
                .filter(mention -> !(mention.value() instanceof HourWish.PartOfDay))
                .toList();
        var meant = Choice.meant(words, clocks.isEmpty() ? standing : clocks);
        if (meant == null) {
            return null;
        }
        var next =
                standing.stream().filter(other -> other.from() > meant.from()).findFirst();
        var wish = next.filter(other -> Choice.isEither(words, meant, other))
                .map(other -> together(meant.value(), other.value()))
                .orElse(meant.value());
        return inPart(wish, standing);
    }

    /// `10h ou 10h30` is an interval.
    private static HourWish together(HourWish one, HourWish other) {
        return one instanceof HourWish.At first
                        && other instanceof HourWish.At second
                        && first.time().isBefore(second.time())
                        && !first.time().plusHours(2).isBefore(second.time())
                ? new HourWish.Between(first.time(), second.time())
                : one;
    }

    /// `ce soir vers 8h` is at 20:00.
    private static HourWish inPart(HourWish wish, List<Mention<HourWish>> standing) {
        boolean evening = standing.stream().anyMatch(mention -> mention.value() == HourWish.PartOfDay.EVENING);
        boolean early = wish instanceof HourWish.At at
                && at.time().getHour() >= 5
                && at.time().getHour() < 12;
        return evening && early && wish instanceof HourWish.At at
                ? new HourWish.At(at.time().plusHours(12))
                : wish;
    }

    /// `pas le matin` leaves the rest of the day.
    private static @Nullable HourWish allBut(Words words, List<Mention<HourWish>> refused) {
        boolean direct = refused.size() == 1 && Choice.isRefused(words, refused.getFirst());
        if (!direct || !(refused.getFirst().value() instanceof HourWish.PartOfDay part)) {
            return null;
        }
        return switch (part) {
            case MORNING -> new HourWish.From(java.time.LocalTime.NOON);
            case AFTERNOON -> HourWish.PartOfDay.MORNING;
            case EVENING, NOON -> null;
        };
    }
}
