package fr.accueil.conversation.conversation;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.ConversationChanged;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.MessageChanged;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.outbox.Outbox;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells what changed: dashboards by `conversation.changes`, and who leads also on `whatsapp.outbound`, in one order
/// with the messages that it fences.
@Component
public class ChangesTopic {

    private static final URI SOURCE = URI.create("/conversation-service");

    private final Outbox outbox;
    private final Clock clock;

    ChangesTopic(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Void> tell(Conversation before, Conversation after, List<Message> moved, @Nullable UUID causedBy) {
        return tellLead(before, after, causedBy)
                .thenMany(Flux.fromIterable(moved))
                .concatMap(message ->
                        toDashboards(after, new MessageChanged(after.id(), after.version(), message), causedBy))
                .then(Mono.defer(() -> tellRow(after, causedBy)));
    }

    /// Something else that a dashboard shows.
    ///
    /// @param subject the conversation that it is about, or what else it is
    public Mono<Void> tell(TenantId tenant, String subject, ChangeEvent change, @Nullable UUID causedBy) {
        return outbox.append(
                Topic.CHANGES,
                tenant.toString(),
                new Envelope(Ids.next(), SOURCE, clock.instant(), subject, tenant, causedBy, change));
    }

    private Mono<Void> tellLead(Conversation before, Conversation after, @Nullable UUID causedBy) {
        if (before.lead().equals(after.lead())) {
            return Mono.empty();
        }
        var changed =
                new LeadChanged(after.id(), after.lead().number(), after.lead().leader());
        var envelope = envelope(after, changed, causedBy);
        return outbox.append(Topic.OUTBOUND, after.id().toString(), envelope)
                .then(Mono.defer(
                        () -> outbox.append(Topic.CHANGES, after.tenant().toString(), envelope)));
    }

    private Mono<Void> tellRow(Conversation after, @Nullable UUID causedBy) {
        return Mono.justOrEmpty(after.view())
                .flatMap(view -> toDashboards(after, new ConversationChanged(view), causedBy));
    }

    private Mono<Void> toDashboards(Conversation about, AccueilEvent change, @Nullable UUID causedBy) {
        return outbox.append(Topic.CHANGES, about.tenant().toString(), envelope(about, change, causedBy));
    }

    private Envelope envelope(Conversation about, AccueilEvent data, @Nullable UUID causedBy) {
        return new Envelope(Ids.next(), SOURCE, clock.instant(), about.id().toString(), about.tenant(), causedBy, data);
    }
}
