package fr.accueil.agenda;

import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.Practitioner;
import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.business.WorkingHours;
import fr.accueil.agenda.hours.HoursException;
import fr.accueil.agenda.hours.Span;
import fr.accueil.agenda.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The same answers, found as a person at the desk would: minute after minute, looking at the clock on the wall and
/// in the book. Shares no computation with the engine.
record SlowDesk(Business business, Collection<? extends Engagement> book, Instant now) {

    /// Who or what could take a visit at this start; empty when it is refused.
    Set<Resource> takers(VisitRequest request, Instant start) {
        var offers = request.services().stream().map(business.services()::get).toList();
        var local = LocalDateTime.ofInstant(start, business.hours().clock().zone());
        var today =
                LocalDateTime.ofInstant(now, business.hours().clock().zone()).toLocalDate();
        var rules = business.rules();
        if (start.isBefore(now.plus(rules.leadTime()))
                || local.toLocalDate().isAfter(today.plusDays(rules.horizonDays()))) {
            return Set.of();
        }
        var duration = sum(offers);
        var minutes = IntStream.range(0, (int) duration.toMinutes())
                .mapToObj(minute -> start.plusSeconds(60L * minute))
                .map(instant -> LocalDateTime.ofInstant(
                        instant, business.hours().clock().zone()))
                .toList();
        if (!minutes.stream().allMatch(this::houseIsOpen)) {
            return Set.of();
        }
        return candidates(request).entrySet().stream()
                .filter(candidate -> minutes.stream().allMatch(minute -> works(candidate.getValue(), minute)))
                .map(Map.Entry::getKey)
                .filter(resource -> isFree(resource, start, start.plus(duration).plus(longestBuffer(offers))))
                .collect(Collectors.toSet());
    }

    boolean houseIsOpen(LocalDateTime minute) {
        var hours = business.hours();
        var ordinary = hours.holidays().closing(minute.toLocalDate()).isEmpty()
                && within(hours.weekly().rangesOn(minute.getDayOfWeek()), minute);
        return afterExceptions(ordinary, minute, hours.exceptions());
    }

    private Map<Resource, List<Practitioner>> candidates(VisitRequest request) {
        return switch (business.staffing()) {
            case Staffing.Team(var team) ->
                team.stream()
                        .filter(one -> one.services().containsAll(request.services()))
                        .filter(one -> switch (request.whom()) {
                            case VisitRequest.Whom.Anyone() -> true;
                            case VisitRequest.Whom.Only(var wanted) -> one.id().equals(wanted);
                        })
                        .collect(Collectors.toMap(one -> Resource.practitioner(one.id()), List::of));
            case Staffing.Seats(var capacity) ->
                request.whom() instanceof VisitRequest.Whom.Only
                        ? Map.of()
                        : IntStream.rangeClosed(1, capacity)
                                .boxed()
                                .collect(Collectors.toMap(Resource::seat, _ -> List.of()));
        };
    }

    private static boolean works(List<Practitioner> who, LocalDateTime minute) {
        return who.stream().allMatch(one -> {
            var ordinary = switch (one.hours()) {
                case WorkingHours.AsTheHouse() -> true;
                case WorkingHours.Own(var weekly) -> within(weekly.rangesOn(minute.getDayOfWeek()), minute);
            };
            return afterExceptions(ordinary, minute, one.exceptions());
        });
    }

    private boolean isFree(Resource resource, Instant from, Instant until) {
        return book.stream()
                .filter(engagement -> engagement.resource().equals(resource))
                .filter(engagement -> !(engagement instanceof Engagement.Hold hold)
                        || hold.expiresAt().isAfter(now))
                .noneMatch(engagement -> engagement.occupied().start().isBefore(until)
                        && from.isBefore(engagement.occupied().end()));
    }

    private static boolean afterExceptions(boolean ordinary, LocalDateTime minute, List<HoursException> exceptions) {
        var open = ordinary;
        for (var exception : exceptions) {
            if (covers(exception.span(), minute)) {
                open = exception instanceof HoursException.Opening;
            }
        }
        return open;
    }

    private static boolean covers(Span span, LocalDateTime minute) {
        return switch (span) {
            case Span.EachDay(var days, var range) ->
                days.contains(minute.toLocalDate()) && within(List.of(range), minute);
            case Span.Throughout(var from, var to) -> !minute.isBefore(from) && minute.isBefore(to);
        };
    }

    private static boolean within(List<TimeRange> ranges, LocalDateTime minute) {
        return ranges.stream().anyMatch(range -> range.contains(minute.toLocalTime()));
    }

    private static Duration sum(List<ServiceOffer> offers) {
        return offers.stream().map(ServiceOffer::duration).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration longestBuffer(List<ServiceOffer> offers) {
        return offers.stream()
                .map(ServiceOffer::bufferAfter)
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
