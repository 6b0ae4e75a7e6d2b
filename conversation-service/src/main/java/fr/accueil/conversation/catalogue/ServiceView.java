package fr.accueil.conversation.catalogue;

import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.ServiceId;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service as the dashboard shows it.
///
/// @param bufferMinutes how long the practitioner or seat stays taken afterwards
/// @param priceCents in euro cents; null when it is not said
/// @param priceFrom the price is the least that it may cost
/// @param bookable whether it can be booked; else it is only told of
/// @param version to be named by who changes it
public record ServiceView(
        ServiceId id,
        String name,
        List<String> synonyms,
        int durationMinutes,
        int bufferMinutes,
        @Nullable Integer priceCents,
        boolean priceFrom,
        boolean bookable,
        int position,
        long version) {

    static ServiceView of(Versioned<ServiceSaved> known) {
        return of(known.value(), known.version());
    }

    static ServiceView of(ServiceSaved saved, long version) {
        return new ServiceView(
                saved.service(),
                saved.name(),
                saved.synonyms(),
                saved.durationMinutes(),
                saved.bufferMinutes(),
                saved.priceCents(),
                saved.priceFrom(),
                saved.bookable(),
                saved.position(),
                version);
    }
}
