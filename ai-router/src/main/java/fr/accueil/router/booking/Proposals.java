package fr.accueil.router.booking;

import fr.accueil.language.extraction.Agreement;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.language.extraction.HourWish;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Wishes;
import fr.accueil.router.understanding.Slots;
import fr.accueil.router.understanding.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Free slots that were proposed, and which of them a customer means.
record Proposals(AgendaView.Known agenda, List<Instant> starts) {

    /// "Le deuxième", or yes to the only one.
    Optional<Instant> chosen(Slots slots) {
        if (slots.choice() != null) {
            var number = slots.choice() < 0 ? starts.size() : slots.choice();
            return number >= 1 && number <= starts.size() ? Optional.of(starts.get(number - 1)) : Optional.empty();
        }
        return slots.agreement() == Agreement.YES && starts.size() == 1
                ? Optional.of(starts.getFirst())
                : Optional.empty();
    }

    /// An hour alone, or a day alone, may be that of one of them.
    Optional<Instant> meant(Timing timing) {
        if (timing.day() == null && timing.hour() == null) {
            return Optional.empty();
        }
        var fitting = starts.stream()
                .filter(it -> fits(it, timing.day(), timing.hour()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    Wishes at(Wishes wishes, Instant start) {
        var local = agenda.at(start);
        return wishes.on(new DayWish.On(local.toLocalDate())).at(new HourWish.At(local.toLocalTime()));
    }

    private boolean fits(Instant start, @Nullable DayWish day, @Nullable HourWish hour) {
        var local = agenda.at(start);
        var fitsDay = day == null || day instanceof DayWish.On(var date) && date.equals(local.toLocalDate());
        var fitsHour = hour == null || hour instanceof HourWish.At(var time) && time.equals(local.toLocalTime());
        return fitsDay && fitsHour;
    }
}
