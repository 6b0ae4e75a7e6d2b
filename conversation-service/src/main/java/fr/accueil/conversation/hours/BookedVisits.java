package fr.accueil.conversation.hours;

import fr.accueil.events.WorkspaceEvent.HoursSaved;
import reactor.core.publisher.Mono;

/// What is booked of the tenant whose transaction is open, as far as its hours are concerned. Filled by who books.
public interface BookedVisits {

    /// How many that are not over yet could not be had at their time under these hours.
    Mono<Integer> countOutside(HoursSaved hours);
}
