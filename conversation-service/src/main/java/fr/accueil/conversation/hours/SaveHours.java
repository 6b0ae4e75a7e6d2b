package fr.accueil.conversation.hours;

import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.platform.database.TenantTransaction;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Saves when a business is open, who works when and what may be booked, and tells the others when it is not as they
/// know it.
@Component
public class SaveHours {

    private final TenantTransaction transaction;
    private final Hours hours;
    private final WorkspaceTopics topics;

    SaveHours(TenantTransaction transaction, Hours hours, WorkspaceTopics topics) {
        this.transaction = transaction;
        this.hours = hours;
        this.topics = topics;
    }

    /// @throws IllegalArgumentException (as an error) for hours that no agenda can be made of
    public Mono<Void> save(HoursSaved saved) {
        var known = hours.lock().filter(saved::equals).hasElement();
        return Mono.fromSupplier(() -> FromWorkspace.business(saved, List.of()))
                .then(transaction.in(
                        saved.tenant(), known.flatMap(same -> same ? Mono.<Void>empty() : saveAndTell(saved))));
    }

    private Mono<Void> saveAndTell(HoursSaved saved) {
        return hours.save(saved)
                .then(Mono.defer(() ->
                        topics.tell(Topic.HOURS, saved.tenant(), saved.tenant().toString(), saved)));
    }
}
