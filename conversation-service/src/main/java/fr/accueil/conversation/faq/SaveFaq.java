package fr.accueil.conversation.faq;

import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import fr.accueil.platform.database.TenantTransaction;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Saves FAQs, and tells the assistant when they are not as it knows them.
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

    /// As it is, whoever changed it meanwhile.
    public Mono<Void> save(Faq faq) {
        var known = faqs.lock(faq.id()).filter(it -> it.value().equals(faq)).hasElement();
        return transaction.in(
                faq.tenant(), known.flatMap(same -> same ? Mono.<Void>empty() : saveAll(faq.tenant(), List.of(faq))));
    }

    /// All of them at once, in this order, in the transaction of who knows that they are new or changed.
    public Mono<Void> saveAll(TenantId tenant, List<Faq> changed) {
        return changed.isEmpty()
                ? Mono.empty()
                : faqs.save(changed)
                        .then(Mono.defer(() -> topics.tellAll(
                                Topic.FAQS,
                                tenant,
                                changed.stream().map(SaveFaq::toSaved).toList(),
                                it -> it.faq().toString())));
    }

    /// In the transaction of who knows that it is there.
    Mono<Void> delete(TenantId tenant, FaqId id) {
        return faqs.delete(id).then(Mono.defer(() -> topics.forget(Topic.FAQS, tenant, id.toString())));
    }

    private static FaqSaved toSaved(Faq it) {
        return new FaqSaved(it.id(), it.tenant(), it.question(), it.answer(), it.variants(), it.enabled());
    }
}
