package fr.accueil.conversation.lead;

import fr.accueil.conversation.contact.Contact;
import fr.accueil.conversation.contact.Contacts;
import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.ChangesTopic;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.KnowCorrespondent;
import fr.accueil.conversation.conversation.Correspondent;
import fr.accueil.events.AssistantEvent.LeadCaptured;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.Lead;
import fr.accueil.events.ChangeEvent.LeadRecorded;
import fr.accueil.events.ChangeEvent.LeadStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Records a quote request, once, and what its customer said of themselves. In the transaction that holds the
/// conversation's lock.
@Component
public class RecordLead {

    private final Leads leads;
    private final Contacts contacts;
    private final ChangeConversation change;
    private final ChangesTopic changes;

    RecordLead(Leads leads, Contacts contacts, ChangeConversation change, ChangesTopic changes) {
        this.leads = leads;
        this.contacts = contacts;
        this.change = change;
        this.changes = changes;
    }

    /// @param at when it was complete
    public Mono<Conversation> record(Conversation conversation, LeadCaptured captured, Instant at, UUID causedBy) {
        var lead = new Lead(
                captured.lead(),
                1,
                conversation.id(),
                LeadStatus.NEW,
                captured.name(),
                captured.email(),
                captured.phone(),
                captured.need(),
                captured.photos(),
                at.truncatedTo(ChronoUnit.MICROS));
        return leads.add(lead)
                .filter(fresh -> fresh)
                .flatMap(_ -> changes.tell(
                                conversation.tenant(), conversation.id().toString(), new LeadRecorded(lead), causedBy)
                        .then(Mono.defer(() -> know(conversation, captured, causedBy))))
                .defaultIfEmpty(conversation);
    }

    private Mono<Conversation> know(Conversation conversation, LeadCaptured captured, UUID causedBy) {
        var correspondent = conversation.correspondent();
        return correspondent == null
                ? Mono.just(conversation)
                : contacts.complete(correspondent.contact(), captured.name(), captured.phone())
                        .flatMap(contact -> change.change(
                                conversation, new KnowCorrespondent(known(correspondent, contact)), causedBy))
                        .defaultIfEmpty(conversation);
    }

    private static Correspondent known(Correspondent before, Contact contact) {
        var card = new ChangeEvent.Contact(contact.name(), contact.phone(), contact.address());
        return new Correspondent(before.channel(), before.contact(), card);
    }
}
