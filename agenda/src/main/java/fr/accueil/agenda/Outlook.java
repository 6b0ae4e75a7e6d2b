package fr.accueil.agenda;

import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.Grid;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Stretches;
import fr.accueil.agenda.time.WallClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Some days of the agenda as those see them who could take one visit. Looks at a little more than the days asked for,
/// so that what goes on over midnight is one piece, and who takes a visit does not depend on which days were looked at.
final class Outlook {

    private final WallClock clock;
    private final Grid grid;
    private final Visit visit;
    private final Stretches open;
    private final List<Bench> benches;
    private final boolean byTeam;
    private final Map<LocalDate, Map<Resource, Long>> loads = new HashMap<>();

    private Outlook(Business business, Visit visit, Stretches open, List<Bench> benches, boolean byTeam) {
        this.clock = business.hours().clock();
        this.grid = business.rules().grid();
        this.visit = visit;
        this.open = open;
        this.benches = benches;
        this.byTeam = byTeam;
    }

    static Outlook of(Business business, Map<Resource, Stretches> busy, Casting.Possible casting, DateRange days) {
        var seen = DateRange.of(
                days.first().minusDays(2),
                days.last().plusDays(2 + casting.visit().duration().toDays()));
        var open = business.hours().secondsOpen(seen);
        return switch (casting) {
            case Casting.ByTeam(var visit, var practitioners) -> {
                var benches = practitioners.stream()
                        .map(one -> bench(
                                Resource.practitioner(one.id()), one.secondsAtWork(business.hours(), open, seen), busy))
                        .toList();
                yield new Outlook(business, visit, open, benches, true);
            }
            case Casting.OnSeats(var visit, var seats) -> {
                var benches =
                        seats.stream().map(seat -> bench(seat, open, busy)).toList();
                yield new Outlook(business, visit, open, benches, false);
            }
        };
    }

    /// What is to be proposed with a start in [from, to), in order.
    Stream<Slot> proposals(long from, long to) {
        return startsWorthProposing(from, to)
                .mapToObj(start -> choose(start, benchesFor(start)))
                .flatMap(Optional::stream);
    }

    /// Whoever takes a visit at exactly this start, those first whose free time it leaves without a hole.
    Optional<Slot> at(long start) {
        return choose(start, benchesFor(start)).or(() -> choose(start, benches.stream()));
    }

    boolean isWorthProposing(long start) {
        return choose(start, benchesFor(start)).isPresent();
    }

    /// Until when the house is open that is open at this second.
    long openUntil(long second) {
        return open.to(open.indexAt(second));
    }

    /// Why nobody takes a visit that the opening hours allow.
    Refusal whyNobody(long start) {
        var present =
                benches.stream().filter(bench -> bench.atWork().contains(start)).toList();
        if (present.isEmpty()) {
            return new Refusal.Away(
                    benches.stream().flatMap(Outlook::practitioner).toList());
        }
        var until = present.stream()
                .mapToLong(bench -> bench.atWork().to(bench.atWork().indexAt(start)))
                .max()
                .orElseThrow();
        return until < visit.endAfter(start)
                ? new Refusal.DoesNotFit(Instant.ofEpochSecond(until))
                : new Refusal.Taken();
    }

    private static Bench bench(Resource resource, Stretches atWork, Map<Resource, Stretches> busy) {
        return Bench.of(resource, atWork, busy.getOrDefault(resource, Stretches.NONE));
    }

    private static Stream<PractitionerId> practitioner(Bench bench) {
        return switch (bench.resource()) {
            case Resource.WithPractitioner(var practitioner) -> Stream.of(practitioner);
            case Resource.Seat _ -> Stream.empty();
        };
    }

    private LongStream startsWorthProposing(long from, long to) {
        var starts = new TreeSet<Long>();
        var span = open.within(from, to);
        for (var index = 0; index < span.count(); index++) {
            addGrid(span.from(index), span.to(index), starts);
        }
        for (var bench : benches) {
            for (var index = 0; index < bench.free().count(); index++) {
                var start = Bench.wholeMinuteFrom(bench.free().from(index));
                if (from <= start && start < to) {
                    starts.add(start);
                }
            }
        }
        return starts.stream().mapToLong(Long::longValue);
    }

    private void addGrid(long from, long to, Set<Long> starts) {
        var change = clock.nextChangeAfter(from);
        for (var second = Bench.wholeMinuteFrom(from); second < to; ) {
            var minute = clock.minuteOfDay(second);
            if (grid.hasMinute(minute)) {
                starts.add(second);
            }
            var next = second + 60L * grid.minutesToNext(minute);
            second = second < change ? Math.min(next, change) : next;
        }
    }

    /// Those for whom this start leaves no hole: all on the grid, else those whose free time begins here.
    private Stream<Bench> benchesFor(long start) {
        return grid.hasMinute(clock.minuteOfDay(start))
                ? benches.stream()
                : benches.stream().filter(bench -> bench.beginsAt(start));
    }

    /// The least of all that can; of equals the first.
    private Optional<Slot> choose(long start, Stream<Bench> candidates) {
        ToLongFunction<Bench> reluctance =
                byTeam ? bench -> workOnDayOf(start, bench) : bench -> bench.roomAround(start);
        return candidates
                .filter(bench -> bench.takes(visit, start))
                .min(Comparator.comparingLong(reluctance))
                .map(bench -> visit.at(start, bench.resource()));
    }

    private long workOnDayOf(long start, Bench bench) {
        var day = clock.dateOf(Instant.ofEpochSecond(start));
        return loads.computeIfAbsent(day, _ -> new HashMap<>())
                .computeIfAbsent(
                        bench.resource(),
                        _ -> bench.busy()
                                .lengthWithin(
                                        clock.startOf(day).getEpochSecond(),
                                        clock.startOf(day.plusDays(1)).getEpochSecond()));
    }
}
