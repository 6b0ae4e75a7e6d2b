package fr.accueil.conversation.faq;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.problem.ChangedMeanwhile;
import fr.accueil.conversation.problem.VersionMissing;
import fr.accueil.conversation.question.SameQuestion;
import fr.accueil.conversation.question.SettleQuestions;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.platform.database.TenantTransaction;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What somebody does to FAQs by hand: no two ask the same, and nobody changes what they did not see.
@Component
class EditFaqs {

    /// Of ids that are computed from who creates and their idempotency key.
    private static final UUID NAMESPACE = UUID.fromString("0d9b7c34-51f2-5e6a-8f0b-7d3c2a91e4b6");

    private final TenantTransaction transaction;
    private final Faqs faqs;
    private final SaveFaq save;
    private final SettleQuestions questions;
    private final AuditLog audit;
    private final FaqSettings settings;

    EditFaqs(
            TenantTransaction transaction,
            Faqs faqs,
            SaveFaq save,
            SettleQuestions questions,
            AuditLog audit,
            FaqSettings settings) {
        this.transaction = transaction;
        this.faqs = faqs;
        this.save = save;
        this.questions = questions;
        this.audit = audit;
        this.settings = settings;
    }

    /// @param key of idempotency: the same person and key give the same FAQ, however often it is sent
    Mono<FaqView> create(Member member, FaqRequest request, @Nullable String key) {
        var id = FaqId.of(
                key == null
                        ? Ids.next()
                        : Ids.computed(NAMESPACE, "faq", member.tenant().toString(), member.subject(), key));
        return transaction.in(
                member.tenant(),
                faqs.lockAll()
                        .then(Mono.defer(() -> faqs.findView(id)))
                        .switchIfEmpty(Mono.defer(() -> createNew(member, request, id))));
    }

    private Mono<FaqView> createNew(Member member, FaqRequest request, FaqId id) {
        var faq = request.toFaq(id, member.tenant());
        return faqs.findAll()
                .map(others -> admitted(faq, others))
                .flatMap(_ -> save.saveAll(member.tenant(), List.of(faq)))
                .then(Mono.defer(() -> settle(request)))
                .then(Mono.defer(() -> record(member, Action.FAQ_SAVED, null, faq)))
                .then(Mono.defer(() -> faqs.findView(id)));
    }

    private Faq admitted(Faq wanted, List<Faq> others) {
        if (others.size() >= settings.atMost()) {
            throw new TooManyFaqs(settings.atMost());
        }
        return withoutTwin(wanted, others);
    }

    private static Faq withoutTwin(Faq wanted, List<Faq> others) {
        var words = SameQuestion.plain(wanted.question());
        for (var other : others) {
            if (!other.id().equals(wanted.id())
                    && SameQuestion.plain(other.question()).equals(words)) {
                throw new QuestionTaken(other.question());
            }
        }
        return wanted;
    }

    private Mono<Void> settle(FaqRequest request) {
        return request.settles() == null ? Mono.empty() : questions.settle(request.settles());
    }

    /// @throws ChangedMeanwhile (as an error) when it is no longer what the person saw
    Mono<FaqView> change(Member member, FaqId id, FaqRequest request) {
        return transaction.in(
                member.tenant(),
                faqs.lockAll()
                        .then(Mono.defer(() -> lockSeen(id, request.version())))
                        .flatMap(before -> change(member, before, request.toFaq(id, member.tenant())))
                        .then(Mono.defer(() -> settle(request)))
                        .then(Mono.defer(() -> faqs.findView(id))));
    }

    private Mono<Void> change(Member member, Faq before, Faq after) {
        return before.equals(after)
                ? Mono.empty()
                : faqs.findAll()
                        .map(others -> withoutTwin(after, others))
                        .flatMap(_ -> save.saveAll(member.tenant(), List.of(after)))
                        .then(Mono.defer(() -> record(member, Action.FAQ_SAVED, before, after)));
    }

    /// @throws ChangedMeanwhile (as an error) when it is no longer what the person saw
    Mono<Void> delete(Member member, FaqId id, long version) {
        return transaction.in(
                member.tenant(),
                lockSeen(id, version)
                        .flatMap(before -> save.delete(member.tenant(), id)
                                .then(Mono.defer(() -> record(member, Action.FAQ_DELETED, before, null)))));
    }

    private Mono<Faq> lockSeen(FaqId id, @Nullable Long seen) {
        if (seen == null) {
            return Mono.error(new VersionMissing());
        }
        return faqs.lock(id)
                .switchIfEmpty(Mono.error(FaqUnknown::new))
                .filter(it -> it.version() == seen)
                .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                .map(Versioned::value);
    }

    /// @param ids of all FAQs
    /// @throws ChangedMeanwhile (as an error) when there are others now
    Mono<Void> order(Member member, List<FaqId> ids) {
        return transaction.in(
                member.tenant(),
                faqs.lockAll()
                        .then(Mono.defer(faqs::findAll))
                        .map(all -> all.stream().map(Faq::id).toList())
                        .flatMap(before -> before.equals(ids) ? Mono.<Void>empty() : order(member, before, ids)));
    }

    private Mono<Void> order(Member member, List<FaqId> before, List<FaqId> after) {
        if (before.size() != after.size() || !new HashSet<>(before).equals(new HashSet<>(after))) {
            return Mono.error(new ChangedMeanwhile());
        }
        return faqs.order(after)
                .then(Mono.defer(() ->
                        audit.record(member, Action.FAQ_SAVED, member.tenant(), "L'ordre des questions fréquentes")));
    }

    private Mono<Void> record(Member member, Action action, @Nullable Faq before, @Nullable Faq after) {
        var either = after == null ? before : after;
        return either == null
                ? Mono.empty()
                : audit.record(
                        member,
                        action,
                        either.id(),
                        either.question(),
                        before == null ? null : FaqRequest.of(before),
                        after == null ? null : FaqRequest.of(after));
    }
}
