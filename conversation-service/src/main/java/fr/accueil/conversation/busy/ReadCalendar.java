package fr.accueil.conversation.busy;

import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Reads once what a calendar elsewhere says is busy, from yesterday on.
@Component
class ReadCalendar {

    private static final Duration BEHIND = Duration.ofDays(1);

    private final FetchCalendar fetch;
    private final ExternalCalendarSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    ReadCalendar(FetchCalendar fetch, ExternalCalendarSettings settings, MeterRegistry meters, Clock clock) {
        this.fetch = fetch;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /// @throws CalendarUnreadable (as an error) when it cannot be had, or is none
    Mono<List<BusyPeriod>> read(URI address, ZoneId zone) {
        return fetch.fetch(address)
                .publishOn(Schedulers.boundedElastic())
                .map(text -> busyIn(text, zone))
                .doOnNext(_ -> count("read"))
                .doOnError(
                        CalendarUnreadable.class,
                        it -> count(it.trouble().name().toLowerCase(Locale.ROOT)));
    }

    private List<BusyPeriod> busyIn(String text, ZoneId zone) {
        var now = clock.instant();
        var busy = BusyTimesIn.of(text, zone, now.minus(BEHIND), now.plus(settings.ahead()));
        if (busy.size() > settings.periodsAtMost()) {
            throw new CalendarUnreadable(Trouble.TOO_LARGE);
        }
        return busy;
    }

    private void count(String outcome) {
        meters.counter("accueil.external.calendar.readings", "outcome", outcome).increment();
    }
}
