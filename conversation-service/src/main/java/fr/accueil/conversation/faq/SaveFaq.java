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
        return transaction.in(
                faq.tenant(),
                faqs.lock(faq.id())
                        .map(known -> new Known(
                                toEvent(known.faq()).equals(toEvent(faq)),
                                known.faq().equals(faq)))
                        .defaultIfEmpty(new Known(false, false))
                        .flatMap(known -> save(faq, known)));
    }

    /// @param toOthers whether the assistant knows it so already
    /// @param whole whether all of it is so already: its place and category are the owner's alone
    private record Known(boolean toOthers, boolean whole) {}

    private Mono<Void> save(Faq faq, Known known) {
        if (known.whole()) {
            return Mono.empty();
        }
        return faqs.save(faq)
                .then(Mono.defer(() -> known.toOthers()
                        ? Mono.empty()
                        : topics.tell(Topic.FAQS, faq.tenant(), faq.id().toString(), toEvent(faq))));
    }

    private static FaqSaved toEvent(Faq faq) {
        return new FaqSaved(faq.id(), faq.tenant(), faq.question(), faq.answer(), faq.variants(), faq.enabled());
    }
}
