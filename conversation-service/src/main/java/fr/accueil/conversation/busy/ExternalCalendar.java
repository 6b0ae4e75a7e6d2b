package fr.accueil.conversation.busy;

import fr.accueil.events.CalendarId;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import fr.accueil.events.WorkspaceEvent.BusySaved;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A calendar that the business keeps elsewhere.
///
/// @param practitioner whose it is; null: the whole house's
/// @param sealedAddress of where it is read, which itself is a secret
/// @param host of that address
/// @param readAt when it was last read; what it said then holds while it cannot be read
/// @param trouble why it could not be read since; null when it was
/// @param busy in their order, none touching another
record ExternalCalendar(
        CalendarId id,
        String name,
        @Nullable PractitionerId practitioner,
        String sealedAddress,
        String host,
        Instant addedAt,
        Instant readAt,
        @Nullable Trouble trouble,
        List<BusyPeriod> busy) {

    ExternalCalendar read(List<BusyPeriod> found, String sealed, Instant now) {
        return new ExternalCalendar(id, name, practitioner, sealed, host, addedAt, now, null, found);
    }

    ExternalCalendar unread(Trouble why) {
        return new ExternalCalendar(id, name, practitioner, sealedAddress, host, addedAt, readAt, why, busy);
    }

    BusySaved toSaved(TenantId tenant) {
        return new BusySaved(id, tenant, practitioner, busy);
    }
}
