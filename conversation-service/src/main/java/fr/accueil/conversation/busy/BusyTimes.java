package fr.accueil.conversation.busy;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.BusySaved;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What calendars elsewhere take of the agenda of the tenant whose transaction is open.
@Component
public class BusyTimes {

    private final ExternalCalendars calendars;

    BusyTimes(ExternalCalendars calendars) {
        this.calendars = calendars;
    }

    public Mono<List<BusySaved>> findAll(TenantId tenant) {
        return calendars.findAll().map(it -> it.toSaved(tenant)).collectList();
    }
}
