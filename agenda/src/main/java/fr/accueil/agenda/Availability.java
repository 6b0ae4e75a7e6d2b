package fr.accueil.agenda;

import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Stretches;
import fr.accueil.agenda.time.WallClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What can be booked, seen from one instant.
public final class Availability {

    private static final int ALTERNATIVES_EACH_SIDE = 2;

    private final Business business;
    private final WallClock clock;
    private final Map<Resource, Stretches> busy;
    private final Instant now;

    Availability(Business business, Map<Resource, Stretches> busy, Instant now) {
        this.business = business;
        this.clock = business.hours().clock();
        this.busy = busy;
        this.now = now;
    }

    /// What may be proposed with a start in [from, until), the earliest first; one slot for each start.
    public List<Slot> freeSlots(VisitRequest request, Instant from, Instant until, int limit) {
        return freeSlots(request, from, until, _ -> true, limit);
    }

    /// The same on these days, at times that grant the wish.
    public List<Slot> freeSlots(VisitRequest request, DateRange days, Wish wish, int limit) {
        return freeSlots(
                request,
                clock.startOf(days.first()),
                clock.startOf(days.last().plusDays(1)),
                slot -> wish.grantedBy(slot.start(), clock),
                limit);
    }

    public Verdict check(VisitRequest request, Instant start) {
        if (!start.truncatedTo(ChronoUnit.MINUTES).equals(start)) {
            throw new IllegalArgumentException("A visit starts at a whole minute, and not at %s.".formatted(start));
        }
        return switch (judge(request, start)) {
            case Verdict.Free free -> free;
            case Verdict.Refused refused -> new Verdict.Refused(refused.why(), nearest(request, start));
        };
    }

    /// By the wall clock. A time that autumn shows twice is good if it is free either time.
    public Verdict check(VisitRequest request, LocalDateTime start) {
        var instants = clock.instantsOf(start);
        if (instants.isEmpty()) {
            var afterTheGap = start.atZone(clock.zone()).toInstant();
            return new Verdict.Refused(new Refusal.NoSuchTime(start), nearest(request, afterTheGap));
        }
        var first = check(request, instants.getFirst());
        return first instanceof Verdict.Free || instants.size() == 1 ? first : check(request, instants.getLast());
    }

    private List<Slot> freeSlots(VisitRequest request, Instant from, Instant until, Predicate<Slot> wanted, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("At least one slot is asked for, and not %d.".formatted(limit));
        }
        return switch (casting(request)) {
            case Casting.Impossible _ -> List.of();
            case Casting.Possible possible ->
                search(possible).forward(later(from, earliest()), earlier(until, end()), wanted, limit);
        };
    }

    private Verdict judge(VisitRequest request, Instant start) {
        return switch (casting(request)) {
            case Casting.Impossible(var why) -> refused(why);
            case Casting.Possible possible -> judge(possible, search(possible).around(start), start);
        };
    }

    private Verdict judge(Casting.Possible casting, Outlook outlook, Instant start) {
        var second = start.getEpochSecond();
        var obstacle = obstacle(casting.visit(), outlook, start);
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        var slot = outlook.at(second);
        if (slot.isEmpty()) {
            return refused(outlook.whyNobody(second));
        }
        return business.rules().grid().strict() && !outlook.isWorthProposing(second)
                ? refused(new Refusal.OffGrid(business.rules().grid().step()))
                : new Verdict.Free(slot.get());
    }

    /// What stands in the way whoever may be free.
    private Optional<Refusal> obstacle(Visit visit, Outlook outlook, Instant start) {
        if (start.isBefore(now)) {
            return Optional.of(new Refusal.Past());
        }
        var closed = business.hours().whyClosedAt(start);
        if (closed.isPresent()) {
            return Optional.of(new Refusal.Closed(clock.dateOf(start), closed.get()));
        }
        var closing = outlook.openUntil(start.getEpochSecond());
        if (closing < visit.endAfter(start.getEpochSecond())) {
            return Optional.of(new Refusal.DoesNotFit(Instant.ofEpochSecond(closing)));
        }
        if (start.isBefore(earliest())) {
            return Optional.of(new Refusal.TooSoon(earliest()));
        }
        return start.isBefore(end())
                ? Optional.empty()
                : Optional.of(new Refusal.TooFar(
                        clock.dateOf(now).plusDays(business.rules().horizonDays())));
    }

    private Nearest nearest(VisitRequest request, Instant start) {
        return switch (casting(request)) {
            case Casting.Impossible _ -> new Nearest(List.of(), List.of(), withSomeoneElse(request, start));
            case Casting.Possible possible ->
                new Nearest(
                        search(possible).backward(earliest(), earlier(start, end()), ALTERNATIVES_EACH_SIDE),
                        search(possible)
                                .forward(
                                        later(start.plusSeconds(1), earliest()),
                                        end(),
                                        _ -> true,
                                        ALTERNATIVES_EACH_SIDE),
                        withSomeoneElse(request, start));
        };
    }

    private Optional<Slot> withSomeoneElse(VisitRequest request, Instant start) {
        return switch (request.whom()) {
            case VisitRequest.Whom.Anyone() -> Optional.empty();
            case VisitRequest.Whom.Only(PractitionerId _) ->
                judge(request.withAnyone(), start) instanceof Verdict.Free(var slot)
                        ? Optional.of(slot)
                        : Optional.empty();
        };
    }

    private Casting casting(VisitRequest request) {
        return Casting.of(request, business, busy.keySet());
    }

    private SlotSearch search(Casting.Possible casting) {
        return new SlotSearch(business, busy, casting);
    }

    private Instant earliest() {
        return now.plus(business.rules().leadTime());
    }

    /// The first instant that is too far.
    private Instant end() {
        return clock.startOf(clock.dateOf(now).plusDays(business.rules().horizonDays() + 1L));
    }

    private static Verdict refused(Refusal why) {
        return new Verdict.Refused(why, Nearest.none());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
