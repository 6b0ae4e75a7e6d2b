package fr.accueil.conversation.faq;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.problem.ChangedMeanwhile;
import fr.accueil.conversation.question.SameQuestion;
import fr.accueil.conversation.question.SettleQuestion;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Somebody changes what the assistant answers from.
@Component
class EditFaqs {

    /// So many questions no business answers; and each of them is compared with each message.
    static final int AT_MOST = 2000;

    /// Of ids that are computed from who adds and their idempotency key.
    private static final UUID NAMESPACE = UUID.fromString("c1b54d0e-6f2a-5c83-8d17-4e9a3b7f2065");

    private final TenantTransaction transaction;
    private final Faqs faqs;
    private final SaveFaq save;
    private final SettleQuestion settle;
    private final WorkspaceTopics topics;
    private final AuditLog audit;

    EditFaqs(
            TenantTransaction transaction,
            Faqs faqs,
            SaveFaq save,
            SettleQuestion settle,
            WorkspaceTopics topics,
            AuditLog audit) {
        this.transaction = transaction;
        this.faqs = faqs;
        this.save = save;
        this.settle = settle;
        this.topics = topics;
        this.audit = audit;
    }

    /// Behind all others.
    ///
    /// @param key of idempotency: the same person and key give the same FAQ, however often it is sent
    Mono<FaqView> add(Member member, FaqRequest request, @Nullable String key) {
        var id = FaqId.of(
                key == null
                        ? Ids.next()
                        : Ids.computed(NAMESPACE, "faq", member.tenant().toString(), member.subject(), key));
        return transaction.in(
                member.tenant(),
                faqs.lockAll()
                        .then(Mono.defer(() -> faqs.find(id)))
                        .map(Faqs.Kept::toView)
                        .switchIfEmpty(
                                Mono.defer(() -> faqs.findAll().flatMap(all -> addTo(all, member, request, id)))));
    }

    /// @throws FaqUnknown (as an error) when there is none of that id
    /// @throws ChangedMeanwhile (as an error) when it is no longer the one that was seen
    Mono<FaqView> change(Member member, FaqId id, FaqRequest request) {
        return transaction.in(
                member.tenant(),
                faqs.lockAll()
                        .then(Mono.defer(() -> load(id)))
                        .flatMap(known -> ifSeen(known, request.version()))
                        .flatMap(known -> change(member, known, request)));
    }

    /// @param seen the version that was seen
    /// @throws FaqUnknown (as an error) when there is none of that id
    /// @throws ChangedMeanwhile (as an error) when it is no longer the one that was seen
    Mono<Void> delete(Member member, FaqId id, @Nullable Long seen) {
        return transaction.in(
                member.tenant(),
                faqs.lockAll()
                        .then(Mono.defer(() -> load(id)))
                        .flatMap(known -> ifSeen(known, seen))
                        .flatMap(known -> delete(member, known)));
    }

    /// @param ids of all there are
    /// @throws ChangedMeanwhile (as an error) when there are others by now
    Mono<Void> order(Member member, List<FaqId> ids) {
        return transaction.in(
                member.tenant(),
                faqs.lockAll().then(Mono.defer(faqs::findAll)).flatMap(all -> order(member, ids, all)));
    }

    private Mono<FaqView> addTo(List<Faqs.Kept> others, Member member, FaqRequest request, FaqId id) {
        if (others.size() >= AT_MOST) {
            return Mono.error(FaqRefused.oneTooMany(AT_MOST));
        }
        var last = others.isEmpty() ? -1 : others.getLast().faq().position();
        var added = request.toFaq(id, member.tenant(), last + 1);
        return requireNoTwin(others, added)
                .then(Mono.defer(() -> save.save(added)))
                .then(Mono.defer(() -> settled(request)))
                .then(Mono.defer(() -> tell(member, null, added)));
    }

    private Mono<FaqView> change(Member member, Faqs.Kept known, FaqRequest request) {
        var before = known.faq();
        var after = request.toFaq(before.id(), before.tenant(), before.position());
        return after.equals(before)
                ? settled(request).thenReturn(known.toView())
                : faqs.findAll()
                        .flatMap(all -> requireNoTwin(all, after))
                        .then(Mono.defer(() -> save.save(after)))
                        .then(Mono.defer(() -> settled(request)))
                        .then(Mono.defer(() -> tell(member, before, after)));
    }

    private Mono<Void> delete(Member member, Faqs.Kept known) {
        var faq = known.faq();
        return faqs.delete(faq.id())
                .then(Mono.defer(
                        () -> topics.gone(Topic.FAQS, member.tenant(), faq.id().toString())))
                .then(Mono.defer(() -> audit.record(member, Action.FAQ_DELETED, faq.id(), faq.question(), faq, null)));
    }

    private Mono<Void> order(Member member, List<FaqId> ids, List<Faqs.Kept> all) {
        var places = new HashMap<FaqId, Integer>();
        ids.forEach(id -> places.put(id, places.size()));
        var known = all.stream().map(Faqs.Kept::faq).toList();
        if (ids.size() != known.size()
                || !places.keySet().equals(known.stream().map(Faq::id).collect(Collectors.toSet()))) {
            return Mono.error(new ChangedMeanwhile());
        }
        var moved = known.stream()
                .filter(it -> places.getOrDefault(it.id(), 0) != it.position())
                .map(it -> it.at(places.getOrDefault(it.id(), 0)))
                .toList();
        return moved.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(moved)
                        .concatMap(save::save)
                        .then(Mono.defer(() ->
                                audit.record(member, Action.FAQS_ORDERED, member.tenant(), "Ordre des questions")));
    }

    private Mono<Void> settled(FaqRequest request) {
        return request.settles() == null ? Mono.empty() : settle.settle(request.settles());
    }

    private Mono<FaqView> tell(Member member, @Nullable Faq before, Faq after) {
        return audit.record(member, Action.FAQ_SAVED, after.id(), after.question(), before, after)
                .then(Mono.defer(() -> load(after.id())))
                .map(Faqs.Kept::toView);
    }

    private Mono<Faqs.Kept> load(FaqId id) {
        return faqs.lock(id).switchIfEmpty(Mono.error(FaqUnknown::new));
    }

    private static Mono<Faqs.Kept> ifSeen(Faqs.Kept known, @Nullable Long seen) {
        if (seen == null) {
            return Mono.error(FaqRefused.unversioned());
        }
        return known.version() == seen ? Mono.just(known) : Mono.error(new ChangedMeanwhile());
    }

    /// Two that ask the same in the same words would be one question with two answers.
    private static Mono<Void> requireNoTwin(List<Faqs.Kept> all, Faq wanted) {
        var plain = SameQuestion.plain(wanted.question());
        return all.stream()
                .map(Faqs.Kept::faq)
                .filter(it -> !it.id().equals(wanted.id()))
                .filter(it -> SameQuestion.plain(it.question()).equals(plain))
                .findFirst()
                .<Mono<Void>>map(it -> Mono.error(FaqRefused.twin(it.question())))
                .orElseGet(Mono::empty);
    }
}
