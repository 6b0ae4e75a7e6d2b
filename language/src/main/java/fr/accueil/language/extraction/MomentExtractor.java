package fr.accueil.language.extraction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Day and hour of one message, in any order.
final class MomentExtractor {

    private final DayExtractor days = new DayExtractor();
    private final HourExtractor hours = new HourExtractor();

    @Nullable
    DayWish day(Words words, LocalDate today) {
        return days.answered(words, today);
    }

    @Nullable
    HourWish hour(Words words, LocalDate today) {
        return hours.extract(words.without(days.mentions(words, today)), true);
    }

    @Nullable
    Moment extract(Words words, LocalDate today, boolean asked) {
        var mentions = days.mentions(words, today);
        var day = mentions.isEmpty() && asked ? days.answered(words, today) : days.meant(words, mentions);
        var hour = hours.extract(words.without(mentions), asked && !mentions.isEmpty());
        return day == null && hour == null ? null : new Moment(day, hour);
    }
}
