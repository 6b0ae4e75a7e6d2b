package fr.accueil.conversation.faq;

import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import fr.accueil.platform.database.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Saves a FAQ, and tells the assistant when it is not as it knows it.
@Component
public class SaveFaq {

    private final TenantTransaction transaction;
    private final Faqs faqs;
    private final WorkspaceTopics topics;

    SaveFaq(TenantTransaction transaction, Faqs faqs, WorkspaceTopics topics) {
        this.transaction = transaction;
        this.faqs = faqs;
        this.topics = topics;
    }

    public Mono<Void> save(Faq faq) {
        var known = faqs.find(faq.id()).filter(faq::equals).hasElement();
        return transaction.in(faq.tenant(), known.flatMap(same -> same ? Mono.<Void>empty() : saveAndTell(faq)));
    }

    private Mono<Void> saveAndTell(Faq faq) {
        var saved = new FaqSaved(faq.id(), faq.tenant(), faq.question(), faq.answer(), faq.variants(), faq.enabled());
        return faqs.save(faq)
                .then(Mono.defer(
                        () -> topics.tell(Topic.FAQS, faq.tenant(), faq.id().toString(), saved)));
    }
}
