package fr.accueil.conversation.catalogue;

import fr.accueil.events.ServiceId;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service as the dashboard shows it.
///
/// @param bufferMinutes how long the practitioner or seat stays taken afterwards
/// @param priceCents in euro cents; null when it is not said
/// @param priceFrom the price is the least that it may cost
public record ServiceView(
        ServiceId id,
        String name,
        List<String> synonyms,
        int durationMinutes,
        int bufferMinutes,
        @Nullable Integer priceCents,
        boolean priceFrom,
        boolean bookable,
        int position) {

    static ServiceView of(ServiceSaved saved) {
        return new ServiceView(
                saved.service(),
                saved.name(),
                saved.synonyms(),
                saved.durationMinutes(),
                saved.bufferMinutes(),
                saved.priceCents(),
                saved.priceFrom(),
                saved.bookable(),
                saved.position());
    }
}
