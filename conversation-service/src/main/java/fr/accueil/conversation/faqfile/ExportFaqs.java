package fr.accueil.conversation.faqfile;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.faq.Faqs;
import fr.accueil.conversation.team.Member;
import fr.accueil.platform.database.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives all FAQs out as a file that can be imported again.
@Component
class ExportFaqs {

    private final TenantTransaction transaction;
    private final Faqs faqs;
    private final AuditLog audit;

    ExportFaqs(TenantTransaction transaction, Faqs faqs, AuditLog audit) {
        this.transaction = transaction;
        this.faqs = faqs;
        this.audit = audit;
    }

    Mono<byte[]> export(Member member) {
        return transaction.in(
                member.tenant(),
                faqs.findAll()
                        .flatMap(all -> audit.record(
                                        member,
                                        Action.FAQS_EXPORTED,
                                        member.tenant(),
                                        "Questions : %d".formatted(all.size()))
                                .thenReturn(FaqFile.write(all))));
    }
}
