package fr.accueil.agenda;

import fr.accueil.agenda.business.BookingRules;
import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.Grid;
import fr.accueil.agenda.business.Practitioner;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.agenda.holiday.HolidayRule;
import fr.accueil.agenda.hours.HoursException;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.hours.Span;
import fr.accueil.agenda.hours.WeeklyHours;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Period;
import fr.accueil.agenda.time.TimeRange;
import fr.accueil.agenda.time.WallClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/// Businesses of all kinds around days that matter: when the clocks change, holidays, an ordinary week; open at
/// night too, so that the changes of the clock fall into opening hours.
final class Worlds {

    static final List<ServiceId> SERVICES = List.of(new ServiceId("a"), new ServiceId("b"), new ServiceId("c"));
    static final List<PractitionerId> TEAM =
            List.of(new PractitionerId("léa"), new PractitionerId("inès"), new PractitionerId("sophie"));

    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int STEPS_A_DAY = 288;

    private Worlds() {}

    /// A business, what is in its book, and the time that it is.
    record World(Business business, List<Engagement> book, LocalDate day, Instant now) {

        Agenda agenda() {
            return Agenda.of(business, book);
        }

        WallClock clock() {
            return business.hours().clock();
        }

        Instant startOf(LocalDate date) {
            return clock().startOf(date);
        }
    }

    static Arbitrary<World> worlds() {
        return places().flatMap(place -> Combinators.combine(
                        businesses(place),
                        engagements(place).list().ofMaxSize(8),
                        Arbitraries.integers().between(0, STEPS_A_DAY))
                .as((business, book, step) -> new World(
                        business,
                        booked(book, business),
                        place.day(),
                        place.startOfDay().minus(STEP.multipliedBy(step)))));
    }

    static Arbitrary<VisitRequest> requests() {
        var services = Arbitraries.of(SERVICES).list().ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(
                        services, Arbitraries.of(TEAM), Arbitraries.integers().between(0, 4))
                .as((wanted, practitioner, pickiness) -> {
                    var request = VisitRequest.of(wanted.toArray(ServiceId[]::new));
                    return pickiness == 0 ? request.with(practitioner) : request;
                });
    }

    private static Arbitrary<Place> places() {
        return Arbitraries.of(
                new Place(HolidayRegion.METROPOLE, LocalDate.of(2026, 3, 29)),
                new Place(HolidayRegion.METROPOLE, LocalDate.of(2026, 10, 25)),
                new Place(HolidayRegion.ALSACE_MOSELLE, LocalDate.of(2026, 12, 26)),
                new Place(HolidayRegion.SAINT_PIERRE_ET_MIQUELON, LocalDate.of(2026, 11, 1)),
                new Place(HolidayRegion.SAINT_PIERRE_ET_MIQUELON, LocalDate.of(2026, 3, 8)),
                new Place(HolidayRegion.LA_REUNION, LocalDate.of(2026, 12, 20)),
                new Place(HolidayRegion.GUADELOUPE, LocalDate.of(2026, 6, 3)));
    }

    private static Arbitrary<Business> businesses(Place place) {
        return Combinators.combine(hours(place), offers(), staffings(place), rules())
                .as(Business::of);
    }

    private static Arbitrary<OpeningHours> hours(Place place) {
        var holidays =
                Arbitraries.of(HolidayRule.closedOnAllOf(place.region()), HolidayRule.openOnAllOf(place.region()));
        return Combinators.combine(weeks(), holidays, exceptions(place).list().ofMaxSize(2))
                .as((week, rule, exceptions) ->
                        OpeningHours.of(week, rule).except(exceptions.toArray(HoursException[]::new)));
    }

    private static Arbitrary<WeeklyHours> weeks() {
        return days().list().ofSize(7).map(days -> {
            var week = WeeklyHours.none();
            for (var day : DayOfWeek.values()) {
                week = week.on(day, days.get(day.ordinal()).toArray(TimeRange[]::new));
            }
            return week;
        });
    }

    /// Up to three periods, from growing points of the day.
    private static Arbitrary<List<TimeRange>> days() {
        var quarters = Arbitraries.integers().between(0, 96).set().ofMaxSize(6);
        var someDays = quarters.map(points -> {
            var sorted = points.stream().sorted().toList();
            var ranges = new ArrayList<TimeRange>();
            for (var index = 0; index + 1 < sorted.size(); index += 2) {
                ranges.add(TimeRange.of(atStep(sorted.get(index) * 3), atStep(sorted.get(index + 1) * 3)));
            }
            return List.copyOf(ranges);
        });
        return Arbitraries.frequencyOf(
                Tuple.of(1, someDays),
                Tuple.of(2, Arbitraries.just(List.of(TimeRange.parse("00:00-24:00")))),
                Tuple.of(2, Arbitraries.just(List.of(TimeRange.parse("00:00-12:30"), TimeRange.parse("14:00-19:00")))));
    }

    private static Arbitrary<HoursException> exceptions(Place place) {
        return Combinators.combine(spans(place), Arbitraries.of(true, false))
                .as((span, opening) ->
                        opening ? HoursException.opening(span, "ouvert") : HoursException.closing(span, "fermé"));
    }

    private static Arbitrary<Span> spans(Place place) {
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.integers().between(0, STEPS_A_DAY - 1),
                        Arbitraries.integers().between(1, STEPS_A_DAY),
                        Arbitraries.integers().between(0, 2))
                .as((offset, from, length, kind) -> {
                    var day = place.day().plusDays(offset);
                    var range = TimeRange.of(atStep(from), atStep(Math.min(STEPS_A_DAY, from + length)));
                    return switch (kind) {
                        case 0 -> Span.days(day, day.plusDays(1));
                        case 1 -> Span.eachDay(DateRange.of(day, day.plusDays(1)), range);
                        default ->
                            Span.throughout(
                                    day.atTime(atStep(from)),
                                    day.atTime(atStep(from)).plusHours(30));
                    };
                });
    }

    private static Arbitrary<List<ServiceOffer>> offers() {
        return Combinators.combine(Arbitraries.of(5, 15, 40, 60, 90, 120), Arbitraries.of(0, 5, 20, 60))
                .as((duration, buffer) -> List.of(duration, buffer))
                .list()
                .ofSize(SERVICES.size())
                .map(times -> {
                    var offers = new ArrayList<ServiceOffer>();
                    for (var index = 0; index < SERVICES.size(); index++) {
                        offers.add(new ServiceOffer(
                                SERVICES.get(index),
                                Duration.ofMinutes(times.get(index).get(0)),
                                Duration.ofMinutes(times.get(index).get(1))));
                    }
                    return offers;
                });
    }

    private static Arbitrary<Staffing> staffings(Place place) {
        var some = Arbitraries.of(SERVICES).set().ofMinSize(1);
        var skills = Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(Set.copyOf(SERVICES))), Tuple.of(1, some));
        var practitioners = Combinators.combine(
                        skills,
                        weeks().injectNull(0.5),
                        spans(place).list().ofMaxSize(1),
                        spans(place).list().ofMaxSize(1))
                .as(Worlds::practitioner);
        Arbitrary<Staffing> teams =
                practitioners.list().ofMinSize(1).ofMaxSize(TEAM.size()).map(Worlds::team);
        return Arbitraries.oneOf(teams, Arbitraries.integers().between(1, 3).map(Staffing::seats));
    }

    private static Practitioner practitioner(
            Set<ServiceId> skills, @Nullable WeeklyHours own, List<Span> absences, List<Span> extra) {
        var practitioner = Practitioner.of(TEAM.getFirst(), skills);
        if (own != null) {
            practitioner = practitioner.working(own);
        }
        for (var absence : absences) {
            practitioner = practitioner.absent(absence, "absence");
        }
        for (var more : extra) {
            practitioner = practitioner.alsoWorking(more, "renfort");
        }
        return practitioner;
    }

    private static Staffing team(List<Practitioner> members) {
        var named = new ArrayList<Practitioner>();
        for (var member : members) {
            named.add(new Practitioner(TEAM.get(named.size()), member.services(), member.hours(), member.exceptions()));
        }
        return new Staffing.Team(named);
    }

    private static Arbitrary<BookingRules> rules() {
        return Combinators.combine(
                        Arbitraries.of(0, 45, 180),
                        Arbitraries.of(0, 2, 5, 60, 60),
                        Arbitraries.of(
                                Grid.every(Duration.ofMinutes(15)),
                                Grid.every(Duration.ofMinutes(45)),
                                Grid.every(Duration.ofMinutes(120))))
                .as((lead, horizon, grid) -> new BookingRules(Duration.ofMinutes(lead), horizon, grid));
    }

    private static Arbitrary<Engagement> engagements(Place place) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2).map(turn -> Resource.seat(turn + 1)),
                        Arbitraries.integers().between(-STEPS_A_DAY, 2 * STEPS_A_DAY),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(-1, 1))
                .as((resource, from, length, expiry) -> {
                    var occupied =
                            Period.of(place.startOfDay().plus(STEP.multipliedBy(from)), STEP.multipliedBy(length));
                    var id = new EngagementId("x");
                    return expiry == 0
                            ? new Engagement.Booking(id, resource, occupied)
                            : new Engagement.Hold(
                                    id, resource, occupied, place.startOfDay().plus(Duration.ofHours(12L * expiry)));
                });
    }

    /// Each with an id of its own, on somebody or something that the business has.
    private static List<Engagement> booked(List<Engagement> drawn, Business business) {
        var book = new ArrayList<Engagement>();
        for (var engagement : drawn) {
            var id = new EngagementId("before-" + book.size());
            var resource = resource(((Resource.Seat) engagement.resource()).number() - 1, business.staffing());
            book.add(
                    switch (engagement) {
                        case Engagement.Booking booking -> new Engagement.Booking(id, resource, booking.occupied());
                        case Engagement.Hold hold ->
                            new Engagement.Hold(id, resource, hold.occupied(), hold.expiresAt());
                    });
        }
        return List.copyOf(book);
    }

    private static Resource resource(int turn, Staffing staffing) {
        return switch (staffing) {
            case Staffing.Team(var team) ->
                Resource.practitioner(team.get(turn % team.size()).id());
            case Staffing.Seats(var capacity) -> Resource.seat(turn % capacity + 1);
        };
    }

    private static LocalTime atStep(int step) {
        return LocalTime.ofSecondOfDay(step % STEPS_A_DAY * STEP.toSeconds());
    }

    private record Place(HolidayRegion region, LocalDate day) {

        Instant startOfDay() {
            return day.atStartOfDay(region.zone()).toInstant();
        }
    }
}
