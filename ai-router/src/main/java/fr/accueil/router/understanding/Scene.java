package fr.accueil.router.understanding;

import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the dialogue stands when a message comes.
///
/// @param now on the tenant's wall clock
/// @param asked what the assistant has just asked for; null when nothing
/// @param known what the running flow knows already, by name, as text
/// @param spoken the language of the conversation so far; null at its beginning
/// @param name of the customer, as they gave it
/// @param phone of the customer in E.164, as WhatsApp or they gave it
public record Scene(
        ZonedDateTime now,
        Running running,
        @Nullable Asked asked,
        Map<String, String> known,
        Offer offer,
        @Nullable Language spoken,
        @Nullable String name,
        @Nullable String phone) {

    /// What the assistant and the customer are about.
    public enum Running {
        NOTHING,
        BOOKING,
        MOVE,
        CANCELLATION,
        QUOTE
    }

    public Scene {
        known = Map.copyOf(known);
    }

    public static Scene opening(ZonedDateTime now, Offer offer) {
        return new Scene(now, Running.NOTHING, null, Map.of(), offer, null, null, null);
    }

    public boolean isRunning() {
        return running != Running.NOTHING;
    }
}
