package fr.accueil.conversation.faqfile;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.faq.FaqSettings;
import fr.accueil.conversation.faq.Faqs;
import fr.accueil.conversation.faq.SaveFaq;
import fr.accueil.conversation.team.Member;
import fr.accueil.platform.database.TenantTransaction;
import jakarta.validation.Validator;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Brings the FAQs of a file in: all of them or none.
@Component
class ImportFaqs {

    private final TenantTransaction transaction;
    private final Faqs faqs;
    private final SaveFaq save;
    private final AuditLog audit;
    private final Validator validator;
    private final FaqSettings settings;

    ImportFaqs(
            TenantTransaction transaction,
            Faqs faqs,
            SaveFaq save,
            AuditLog audit,
            Validator validator,
            FaqSettings settings) {
        this.transaction = transaction;
        this.faqs = faqs;
        this.save = save;
        this.audit = audit;
        this.validator = validator;
        this.settings = settings;
    }

    /// What the file would do; nothing is saved.
    Mono<ImportPreview> preview(Member member, byte[] file) {
        return read(file)
                .flatMap(lines -> transaction.in(member.tenant(), judge(member, lines)))
                .map(judged -> ImportPreview.of(false, judged.lines()));
    }

    /// Does it, unless a line is wrong.
    Mono<ImportPreview> commit(Member member, byte[] file) {
        return read(file)
                .flatMap(lines -> transaction.in(
                        member.tenant(),
                        faqs.lockAll()
                                .then(Mono.defer(() -> judge(member, lines)))
                                .flatMap(judged -> save(member, judged))));
    }

    /// Thousands of lines are no work for the threads that all requests share.
    private static Mono<List<FaqLine>> read(byte[] file) {
        return Mono.fromCallable(() -> FaqFile.read(file)).subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Judgement> judge(Member member, List<FaqLine> lines) {
        return faqs.findAll()
                .publishOn(Schedulers.boundedElastic())
                .map(there -> Judgement.of(member.tenant(), lines, there, validator, settings.atMost()));
    }

    private Mono<ImportPreview> save(Member member, Judgement judged) {
        if (!judged.isSound()) {
            return Mono.just(ImportPreview.of(false, judged.lines()));
        }
        var done = ImportPreview.of(true, judged.lines());
        return save.saveAll(member.tenant(), judged.wanted())
                .then(Mono.defer(() -> record(member, done.counts())))
                .thenReturn(done);
    }

    private Mono<Void> record(Member member, ImportPreview.ImportCounts counts) {
        var label = "Nouvelles : %d, modifiées : %d, inchangées : %d"
                .formatted(counts.fresh(), counts.changed(), counts.unchanged());
        return audit.record(member, Action.FAQS_IMPORTED, member.tenant(), label);
    }
}
