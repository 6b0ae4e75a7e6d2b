package fr.accueil.conversation.privacy;

import fr.accueil.events.ErasureEvent.Store;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a customer was erased, and what each service has said of it so far. Nothing of it says who they were.
///
/// @param personName who asked for it
/// @param filesLeft files that are still to be deleted
record Erasure(
        UUID id,
        Instant erasedAt,
        String personName,
        @Nullable String note,
        List<Report> reports,
        long filesLeft) {

    /// @param service its name
    record Report(String service, Instant at, List<Store> stores) {}
}
