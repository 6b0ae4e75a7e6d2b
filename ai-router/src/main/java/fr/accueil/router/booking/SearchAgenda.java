package fr.accueil.router.booking;

import fr.accueil.agenda.Availability;
import fr.accueil.agenda.DayPart;
import fr.accueil.agenda.EngagementId;
import fr.accueil.agenda.Nearest;
import fr.accueil.agenda.Refusal;
import fr.accueil.agenda.Slot;
import fr.accueil.agenda.Verdict;
import fr.accueil.agenda.Wish;
import fr.accueil.agenda.hours.DayHours;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.language.extraction.DayWish;
import fr.accueil.language.extraction.HourWish;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Aim;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.Wishes;
import fr.accueil.router.speech.Why;
import fr.accueil.router.understanding.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks a customer's wishes up in the agenda: one slot, several, or why not and what instead.
final class SearchAgenda {

    private static final int PROPOSED = 3;

    /// How far is looked for something instead.
    private static final int DAYS_AHEAD = 21;

    /// As many as fit in a fortnight of a busy house: to find some on different days.
    private static final int LOOKED_AT = 400;

    private final AgendaView.Known agenda;
    private final Availability availability;

    private SearchAgenda(AgendaView.Known agenda, Availability availability) {
        this.agenda = agenda;
        this.availability = availability;
    }

    /// What this flow holds, and the booking that it moves, do not stand in its way.
    static SearchAgenda of(AgendaView.Known agenda, Flow.Booking flow) {
        var own = new ArrayList<EngagementId>();
        own.add(new EngagementId(flow.booking().toString()));
        if (flow.aim() instanceof Aim.Move(var moved)) {
            own.add(new EngagementId(moved.id().toString()));
        }
        return new SearchAgenda(agenda, availability(agenda, own));
    }

    private static Availability availability(AgendaView.Known agenda, List<EngagementId> own) {
        return agenda.availability(own);
    }

    Finding find(Wishes wishes, boolean anytime) {
        var day = wishes.day();
        if (day != null) {
            var refused = refused(wishes, day);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        if (wishes.services().isEmpty()) {
            return new Finding.Missing(Asked.SERVICE);
        }
        if (day == null) {
            return anytime ? soonest(wishes) : new Finding.Missing(wishes.hour() == null ? Asked.MOMENT : Asked.DAY);
        }
        return switch (day) {
            case DayWish.On(var date) -> on(wishes, date, anytime);
            case DayWish.During(var first, var last) -> among(wishes, first, last);
        };
    }

    /// Whether this very slot is free still.
    Verdict check(Wishes wishes, Instant start) {
        return availability.check(wishes.toRequest(), start);
    }

    Finding.Impossible lost(Wishes wishes, Instant start) {
        return new Finding.Impossible(
                new Why.SlotTaken(agenda.at(start)),
                wishes.at(null),
                check(wishes, start) instanceof Verdict.Refused(var _, var nearest)
                        ? near(nearest)
                        : around(wishes, start),
                Asked.MOMENT);
    }

    private Optional<Finding> refused(Wishes wishes, DayWish day) {
        var today = agenda.now().toLocalDate();
        if (day.last().isBefore(today)) {
            return Optional.of(new Finding.Impossible(new Why.Past(), wishes.on(null), List.of(), Asked.MOMENT));
        }
        var first = day.first().isBefore(today) ? today : day.first();
        var hours = agenda.agenda().business().hours();
        for (var date = first; !date.isAfter(day.last()); date = date.plusDays(1)) {
            if (hours.on(date) instanceof DayHours.Open) {
                return Optional.empty();
            }
        }
        return hours.on(first) instanceof DayHours.Closed(var why)
                ? Optional.of(new Finding.Impossible(
                        new Why.Closed(first, why), wishes.on(null), after(wishes, day.last()), Asked.MOMENT))
                : Optional.empty();
    }

    private Finding on(Wishes wishes, LocalDate date, boolean anytime) {
        var hour = wishes.hour();
        if (hour instanceof HourWish.At(var time)) {
            return at(wishes, date, time);
        }
        var free = free(wishes, DateRange.of(date), hour);
        if (free.isEmpty()) {
            return nothingFree(wishes, date);
        }
        return hour == null && !anytime ? new Finding.Missing(Asked.HOUR) : new Finding.Several(spread(free));
    }

    private Finding at(Wishes wishes, LocalDate date, LocalTime time) {
        return switch (availability.check(wishes.toRequest(), date.atTime(time))) {
            case Verdict.Free(var slot) -> new Finding.Free(slot);
            case Verdict.Refused(var why, var nearest) -> impossible(wishes, date, time, why, nearest);
        };
    }

    private Finding impossible(Wishes wishes, LocalDate date, LocalTime time, Refusal refusal, Nearest nearest) {
        var why = new Reasons(agenda)
                .why(refusal, date.atTime(time).atZone(agenda.now().getZone()));
        return switch (refusal) {
            case Refusal.NobodyDoesIt _, Refusal.NobodyDoesAll _ ->
                new Finding.Impossible(why, wishes.forServices(List.of()), List.of(), Asked.SERVICE);
            case Refusal.NotTheirs _ -> new Finding.Impossible(why, wishes.with(null), List.of(), Asked.PRACTITIONER);
            case Refusal.TooFar _ -> new Finding.Impossible(why, wishes.on(null), List.of(), Asked.MOMENT);
            case Refusal.Past _,
                    Refusal.Closed _,
                    Refusal.DoesNotFit _,
                    Refusal.TooSoon _,
                    Refusal.Away _,
                    Refusal.Taken _,
                    Refusal.OffGrid _,
                    Refusal.NoSuchTime _ ->
                new Finding.Impossible(why, wishes.at(null), near(nearest), Asked.MOMENT, nearest.withSomeoneElse());
        };
    }

    private Finding among(Wishes wishes, LocalDate first, LocalDate last) {
        var free = free(wishes, DateRange.of(first, last), wishes.hour());
        return free.isEmpty() ? nothingFree(wishes, last) : new Finding.Several(spread(free));
    }

    private Finding soonest(Wishes wishes) {
        var today = agenda.now().toLocalDate();
        var free = free(wishes, DateRange.of(today, today.plusDays(DAYS_AHEAD)), wishes.hour());
        return free.isEmpty() ? nothingFree(wishes, today) : new Finding.Several(spread(free));
    }

    private Finding nothingFree(Wishes wishes, LocalDate day) {
        var unasked = new Reasons(agenda).whyNever(wishes.toRequest());
        if (unasked.isPresent()) {
            return new Finding.Impossible(unasked.get(), wishes.forServices(List.of()), List.of(), Asked.SERVICE);
        }
        return new Finding.Impossible(new Why.NothingFree(), wishes.on(null), after(wishes, day), Asked.MOMENT);
    }

    private List<Instant> after(Wishes wishes, LocalDate day) {
        if (wishes.services().isEmpty()) {
            return List.of();
        }
        var from = day.isBefore(agenda.now().toLocalDate()) ? agenda.now().toLocalDate() : day.plusDays(1);
        return spread(free(wishes, DateRange.of(from, from.plusDays(DAYS_AHEAD)), wishes.hour()));
    }

    private List<Instant> around(Wishes wishes, Instant start) {
        return availability.freeSlots(wishes.toRequest(), start.plusSeconds(1), Instant.MAX, PROPOSED).stream()
                .map(Slot::start)
                .toList();
    }

    private List<Slot> free(Wishes wishes, DateRange days, @Nullable HourWish hour) {
        return availability.freeSlots(wishes.toRequest(), days, toWish(hour), LOOKED_AT);
    }

    private static Wish toWish(@Nullable HourWish hour) {
        return switch (hour) {
            case null -> Wish.anytime();
            case HourWish.At(var time) -> Wish.between(time, time.plusMinutes(1));
            case HourWish.Between(var from, var until) ->
                from.isBefore(until) ? Wish.between(from, until) : Wish.from(from);
            case HourWish.From(var time) -> Wish.from(time);
            case HourWish.Until(var time) -> time.equals(LocalTime.MIDNIGHT) ? Wish.anytime() : Wish.before(time);
            case HourWish.PartOfDay part ->
                Wish.in(
                        switch (part) {
                            case MORNING -> DayPart.MORNING;
                            case NOON -> DayPart.NOON;
                            case AFTERNOON -> DayPart.AFTERNOON;
                            case EVENING -> DayPart.EVENING;
                        });
        };
    }

    /// On different days where there are some, else at different hours.
    private List<Instant> spread(List<Slot> free) {
        var starts = free.stream().map(Slot::start).toList();
        var days = starts.stream()
                .map(it -> agenda.at(it).toLocalDate())
                .distinct()
                .toList();
        if (days.size() >= PROPOSED) {
            return days.stream()
                    .limit(PROPOSED)
                    .map(day -> starts.stream()
                            .filter(it -> agenda.at(it).toLocalDate().equals(day))
                            .findFirst()
                            .orElseThrow())
                    .toList();
        }
        if (starts.size() <= PROPOSED) {
            return starts;
        }
        return List.of(starts.getFirst(), starts.get(starts.size() / 2), starts.getLast());
    }

    /// One before and two after, in order.
    private static List<Instant> near(Nearest nearest) {
        return Stream.of(
                        nearest.before().stream().limit(1),
                        nearest.after().stream().limit(2))
                .flatMap(it -> it)
                .map(Slot::start)
                .sorted(Comparator.naturalOrder())
                .distinct()
                .limit(PROPOSED)
                .toList();
    }
}
