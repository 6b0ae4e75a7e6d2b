package fr.accueil.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.agenda.Worlds.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class AgendaProperties {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int DAYS = 3;
    private static final int ALL = 10_000;

    @Property(tries = 100)
    void what_is_granted_is_what_a_person_at_the_desk_would_grant(
            @ForAll("worlds") World world, @ForAll("requests") VisitRequest request, @ForAll("quarters") int first) {
        var availability = world.agenda().asOf(world.now());
        var desk = new SlowDesk(world.business(), world.book(), world.now());

        for (var quarter = first; quarter < 96 * DAYS; quarter += 5) {
            var start = world.startOf(world.day().minusDays(1))
                    .plus(QUARTER.multipliedBy(quarter))
                    .plusSeconds(60L * (quarter % 3) * 5);
            var takers = desk.takers(request, start);
            switch (availability.check(request, start)) {
                case Verdict.Free(var slot) -> {
                    assertThat(takers).as("%s", start).contains(slot.resource());
                    assertThat(slot.start()).isEqualTo(start);
                }
                case Verdict.Refused refused ->
                    assertThat(takers).as("%s %s", start, refused.why()).isEmpty();
            }
        }
    }

    @Property(tries = 150)
    void what_is_proposed_is_granted_to_the_same_one(
            @ForAll("worlds") World world, @ForAll("requests") VisitRequest request) {
        var availability = world.agenda().asOf(world.now());

        for (var slot : proposals(world, request)) {
            assertThat(availability.check(request, slot.start())).isEqualTo(new Verdict.Free(slot));
        }
    }

    @Property(tries = 100)
    void what_is_proposed_is_in_order_and_all_of_the_grid_that_is_granted(
            @ForAll("worlds") World world, @ForAll("requests") VisitRequest request) {
        var proposed = proposals(world, request).stream().map(Slot::start).toList();
        var desk = new SlowDesk(world.business(), world.book(), world.now());

        assertThat(proposed).isSorted().doesNotHaveDuplicates();
        for (var start = world.startOf(world.day().minusDays(1));
                start.isBefore(world.startOf(world.day().plusDays(DAYS - 1L)));
                start = start.plus(QUARTER)) {
            var local = LocalDateTime.ofInstant(start, world.clock().zone());
            if (world.business().rules().grid().hasMinute(local.getHour() * 60 + local.getMinute())) {
                assertThat(proposed.contains(start))
                        .as("%s", start)
                        .isEqualTo(!desk.takers(request, start).isEmpty());
            }
        }
    }

    @Property(tries = 150)
    void what_is_proposed_lies_in_opening_hours_by_the_clock_on_the_wall_also_when_it_is_changed(
            @ForAll("worlds") World world, @ForAll("requests") VisitRequest request) {
        var desk = new SlowDesk(world.business(), world.book(), world.now());

        for (var slot : proposals(world, request)) {
            for (var minute = slot.start(); minute.isBefore(slot.end()); minute = minute.plusSeconds(300)) {
                assertThat(desk.houseIsOpen(
                                LocalDateTime.ofInstant(minute, world.clock().zone())))
                        .as("%s of %s", minute, slot)
                        .isTrue();
            }
        }
    }

    @Property(tries = 100)
    void the_first_few_are_the_first_of_all(@ForAll("worlds") World world, @ForAll("requests") VisitRequest request) {
        var all = proposals(world, request);
        var few = world.agenda()
                .asOf(world.now())
                .freeSlots(
                        request,
                        world.startOf(world.day().minusDays(1)),
                        world.startOf(world.day().plusDays(DAYS - 1L)),
                        3);

        assertThat(few).isEqualTo(all.stream().limit(3).toList());
    }

    @Property(tries = 100)
    void the_nearest_are_the_nearest(
            @ForAll("worlds") World world, @ForAll("requests") VisitRequest request, @ForAll("quarters") int quarter) {
        var start = world.startOf(world.day()).plus(QUARTER.multipliedBy(quarter % 96));
        var availability = world.agenda().asOf(world.now());

        if (availability.check(request, start) instanceof Verdict.Refused refused) {
            var before =
                    availability.freeSlots(request, world.startOf(world.day().minusDays(40)), start, ALL);
            var after = availability.freeSlots(
                    request, start.plusSeconds(1), world.startOf(world.day().plusDays(70)), 2);

            assertThat(refused.nearest().before())
                    .isEqualTo(before.reversed().stream().limit(2).toList());
            assertThat(refused.nearest().after()).isEqualTo(after);
        }
    }

    @Property(tries = 150)
    void nothing_is_ever_booked_twice(
            @ForAll("worlds") World world, @ForAll("acts") @Size(min = 5, max = 40) List<Act> acts) {
        var agenda = Agenda.of(world.business(), List.of());
        var now = world.now();
        var numbers = 0;
        for (var act : acts) {
            now = now.plus(act.later());
            var id = new EngagementId("visit-" + numbers++);
            agenda = switch (act.kind()) {
                case BOOK ->
                    granted(agenda, act, now, world)
                            .map(slot -> slot.booked(id))
                            .map(agenda::with)
                            .orElse(agenda);
                case HOLD -> {
                    var until = now.plus(Duration.ofMinutes(10));
                    yield granted(agenda, act, now, world)
                            .map(slot -> slot.heldUntil(until, id))
                            .map(agenda::with)
                            .orElse(agenda);
                }
                case CONFIRM -> confirmed(agenda, now, act.pick());
                case MOVE -> moved(agenda, act, now, world);
                case CANCEL ->
                    picked(agenda, act.pick())
                            .map(Engagement::id)
                            .map(agenda::without)
                            .orElse(agenda);
            };
            assertNobodyIsTakenTwice(agenda, now);
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.worlds();
    }

    @Provide
    Arbitrary<VisitRequest> requests() {
        return Worlds.requests();
    }

    @Provide
    Arbitrary<Integer> quarters() {
        return Arbitraries.integers().between(0, 96 * DAYS - 1);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(
                                Act.Kind.BOOK,
                                Act.Kind.BOOK,
                                Act.Kind.HOLD,
                                Act.Kind.HOLD,
                                Act.Kind.CONFIRM,
                                Act.Kind.MOVE,
                                Act.Kind.CANCEL),
                        Worlds.requests(),
                        Arbitraries.integers().between(0, 12 * 10),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 100))
                .as(Act::new)
                .list();
    }

    /// @param fives the start asked for, in five minutes since the day's beginning
    /// @param waited minutes since the act before
    record Act(Kind kind, VisitRequest request, int fives, int waited, int pick) {

        enum Kind {
            BOOK,
            HOLD,
            CONFIRM,
            MOVE,
            CANCEL
        }

        Duration later() {
            return Duration.ofMinutes(waited);
        }
    }

    private static List<Slot> proposals(World world, VisitRequest request) {
        return world.agenda()
                .asOf(world.now())
                .freeSlots(
                        request,
                        world.startOf(world.day().minusDays(1)),
                        world.startOf(world.day().plusDays(DAYS - 1L)),
                        ALL);
    }

    /// What was asked for, or if it is refused, the nearest that is offered instead.
    private static Optional<Slot> granted(Agenda agenda, Act act, Instant now, World world) {
        var start = world.startOf(world.day()).plus(Duration.ofMinutes(5L * act.fives()));
        return switch (agenda.asOf(now).check(act.request(), start)) {
            case Verdict.Free(var slot) -> Optional.of(slot);
            case Verdict.Refused refused -> refused.nearest().after().stream().findFirst();
        };
    }

    private static Agenda confirmed(Agenda agenda, Instant now, int pick) {
        return picked(agenda, pick)
                .filter(engagement -> engagement instanceof Engagement.Hold && engagement.isLive(now))
                .map(hold -> agenda.with(new Engagement.Booking(hold.id(), hold.resource(), hold.occupied())))
                .orElse(agenda);
    }

    private static Agenda moved(Agenda agenda, Act act, Instant now, World world) {
        return picked(agenda, act.pick())
                .flatMap(own -> granted(agenda.without(own.id()), act, now, world)
                        .map(slot -> agenda.with(slot.booked(own.id()))))
                .orElse(agenda);
    }

    private static Optional<Engagement> picked(Agenda agenda, int pick) {
        var all = List.copyOf(agenda.engagements());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(pick % all.size()));
    }

    private static void assertNobodyIsTakenTwice(Agenda agenda, Instant now) {
        var live = new ArrayList<>(
                agenda.engagements().stream().filter(one -> one.isLive(now)).toList());
        for (var one : live) {
            for (var other : live) {
                if (one != other && one.resource().equals(other.resource())) {
                    assertThat(one.occupied().overlaps(other.occupied()))
                            .as("%s and %s", one, other)
                            .isFalse();
                }
            }
        }
    }
}
