package fr.accueil.router.booking;

import fr.accueil.agenda.business.ServiceId;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.language.extraction.HourWish;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.Pick;
import fr.accueil.router.flow.Wishes;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Relative;
import fr.accueil.router.understanding.Sign;
import fr.accueil.router.understanding.Timing;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What a message adds to the wishes for a visit, or changes in them: what was said last holds, the rest stays.
final class HearWishes {

    private HearWishes() {}

    static Wishes of(Flow.Booking flow, Reading reading, ZoneId zone) {
        var slots = reading.slots();
        var wishes = flow.wishes();
        if (!slots.services().isEmpty()) {
            wishes = wishes.forServices(services(wishes.services(), slots.services(), reading.shows(Sign.ADDS)));
        }
        if (slots.whom() != null) {
            wishes = wishes.with(slots.whom());
        }
        if (slots.person().name() != null) {
            wishes = wishes.named(slots.person().name());
        }
        return timed(wishes, slots.timing(), flow.pick(), zone);
    }

    private static List<ServiceId> services(List<ServiceId> before, List<ServiceId> said, boolean added) {
        if (!added) {
            return said;
        }
        var all = new LinkedHashSet<>(before);
        all.addAll(said);
        return List.copyOf(all);
    }

    private static Wishes timed(Wishes before, Timing timing, Pick pick, ZoneId zone) {
        var wishes = before;
        if (timing.day() != null) {
            wishes = wishes.on(timing.day());
        }
        if (timing.hour() != null) {
            wishes = wishes.at(timing.hour());
        }
        return timing.relative() == null ? wishes : relative(wishes, timing, timing.relative(), pick, zone);
    }

    private static Wishes relative(Wishes wishes, Timing timing, Relative relative, Pick pick, ZoneId zone) {
        return switch (relative) {
            case SAME_HOUR -> wishes.hour() == null ? wishes.at(wishes.lastHour()) : wishes;
            case SAME_DAY ->
                wishes.day() == null ? spoken(wishes).map(wishes::on).orElse(wishes) : wishes;
            case DAY_BEFORE -> nextTo(wishes, timing, -1);
            case DAY_AFTER -> nextTo(wishes, timing, 1);
            case EARLIER ->
                start(pick, zone).map(it -> wishes.at(new HourWish.Until(it))).orElse(wishes);
            case LATER ->
                start(pick, zone)
                        .map(it -> wishes.at(new HourWish.From(it.plusMinutes(1))))
                        .orElse(wishes);
        };
    }

    private static Wishes nextTo(Wishes wishes, Timing timing, int days) {
        return timing.day() != null
                ? wishes
                : spoken(wishes)
                        .map(day -> wishes.on(new DayWish.On(day.date().plusDays(days))))
                        .orElse(wishes);
    }

    /// The day that was spoken of last.
    private static Optional<DayWish.On> spoken(Wishes wishes) {
        LocalDate last = wishes.day() instanceof DayWish.On(var date) ? date : wishes.lastDay();
        return Optional.ofNullable(last).map(DayWish.On::new);
    }

    private static Optional<LocalTime> start(Pick pick, ZoneId zone) {
        return pick instanceof Pick.Picked picked
                ? Optional.of(picked.start().atZone(zone).toLocalTime())
                : Optional.empty();
    }
}
