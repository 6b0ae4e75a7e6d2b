package fr.accueil.router.speech;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A visit as a customer hears of it.
///
/// @param services by the names that the business gives them
/// @param practitioner null where nobody is named
/// @param name under which it is booked; null before it is known
public record VisitTold(
        List<String> services,
        ZonedDateTime start,
        @Nullable String practitioner,
        @Nullable String name) {

    public VisitTold {
        services = List.copyOf(services);
    }
}
