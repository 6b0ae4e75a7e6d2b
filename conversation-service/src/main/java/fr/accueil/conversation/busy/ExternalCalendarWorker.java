package fr.accueil.conversation.busy;

import fr.accueil.events.CalendarId;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads each calendar elsewhere again, a while after it was read.
@Component
class ExternalCalendarWorker implements WorkHandler {

    static final String KIND = "external_calendar";

    private final RefreshCalendar refresh;
    private final WorkQueue work;
    private final ExternalCalendarSettings settings;
    private final Clock clock;

    ExternalCalendarWorker(RefreshCalendar refresh, WorkQueue work, ExternalCalendarSettings settings, Clock clock) {
        this.refresh = refresh;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> handle(LeasedWork due) {
        var next = Mono.defer(() -> work.postpone(due, clock.instant().plus(settings.every())));
        return refresh.refresh(due.tenant(), CalendarId.of(due.key()), next).then();
    }
}
