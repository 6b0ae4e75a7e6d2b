package fr.accueil.conversation.readyfaq;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.catalogue.Services;
import fr.accueil.conversation.faq.Faq;
import fr.accueil.conversation.faq.FaqRequest;
import fr.accueil.conversation.faq.FaqSettings;
import fr.accueil.conversation.faq.Faqs;
import fr.accueil.conversation.faq.SaveFaq;
import fr.accueil.conversation.faq.TooManyFaqs;
import fr.accueil.conversation.hours.Hours;
import fr.accueil.conversation.question.SameQuestion;
import fr.accueil.conversation.readyfaq.ReadyPage.State;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.platform.database.TenantTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Fills the ready FAQs of a trade from what a business has said of itself, and saves those that are not there yet.
@Component
class FillReadyFaqs {

    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final Hours hours;
    private final Services services;
    private final Faqs faqs;
    private final SaveFaq save;
    private final AuditLog audit;
    private final FaqSettings settings;

    FillReadyFaqs(
            TenantTransaction transaction,
            Tenants tenants,
            Hours hours,
            Services services,
            Faqs faqs,
            SaveFaq save,
            AuditLog audit,
            FaqSettings settings) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.hours = hours;
        this.services = services;
        this.faqs = faqs;
        this.save = save;
        this.audit = audit;
        this.settings = settings;
    }

    /// What there is; nothing is saved.
    Mono<ReadyPage> preview(Member member) {
        return transaction.in(member.tenant(), fill(member)).map(FillReadyFaqs::toPage);
    }

    /// Saves those that are ready, however often it is asked once each.
    ///
    /// @param keys of those that are wanted
    Mono<ReadyPage> save(Member member, Set<String> keys) {
        return transaction.in(
                member.tenant(),
                faqs.lockAll().then(Mono.defer(() -> fill(member))).flatMap(all -> save(member, keys, all)));
    }

    private Mono<ReadyPage> save(Member member, Set<String> keys, List<Filled> all) {
        var shown = all.stream()
                .map(it -> it.state() == State.READY && keys.contains(it.key()) ? it.saved() : it)
                .toList();
        var ready = shown.stream()
                .filter(it -> it.state() == State.SAVED)
                .map(Filled::faq)
                .toList();
        return faqs.count()
                .filter(there -> there + ready.size() <= settings.atMost())
                .switchIfEmpty(Mono.error(() -> new TooManyFaqs(settings.atMost())))
                .flatMap(_ -> save.saveAll(member.tenant(), ready))
                .thenMany(Flux.fromIterable(ready))
                .concatMap(
                        it -> audit.record(member, Action.FAQ_SAVED, it.id(), it.question(), null, FaqRequest.of(it)))
                .then(Mono.just(toPage(shown)));
    }

    private Mono<List<Filled>> fill(Member member) {
        return tenants.find(member.tenant())
                .flatMap(tenant -> hours.find()
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(week -> services.findAll()
                                .collectList()
                                .map(offers -> Blanks.of(tenant, week.orElse(null), offers)))
                        .flatMap(blanks -> faqs.findAll().map(there -> fill(tenant, blanks, there))));
    }

    private static List<Filled> fill(Tenant tenant, Blanks blanks, List<Faq> there) {
        return ReadyFaq.of(tenant.vertical()).stream()
                .map(it -> fill(tenant, blanks, there, it))
                .toList();
    }

    private static Filled fill(Tenant tenant, Blanks blanks, List<Faq> there, ReadyFaq ready) {
        var answer = ready.answer(tenant.formal());
        var faq = new Faq(
                FaqId.of(Ids.computed(tenant.id().value(), "ready-faq", ready.key())),
                tenant.id(),
                ready.question(),
                blanks.fill(answer),
                ready.variants(),
                ready.category(),
                true);
        var missing = blanks.missing(answer);
        if (there.stream().anyMatch(it -> isSame(it, faq))) {
            return new Filled(ready.key(), faq, State.THERE, missing);
        }
        return new Filled(ready.key(), faq, missing.isEmpty() ? State.READY : State.INCOMPLETE, missing);
    }

    private static boolean isSame(Faq one, Faq other) {
        return one.id().equals(other.id())
                || SameQuestion.plain(one.question()).equals(SameQuestion.plain(other.question()));
    }

    private static ReadyPage toPage(List<Filled> all) {
        return new ReadyPage(all.stream().map(Filled::toView).toList());
    }

    private record Filled(String key, Faq faq, State state, List<Blank> missing) {

        Filled saved() {
            return new Filled(key, faq, State.SAVED, missing);
        }

        ReadyPage.ReadyFaqView toView() {
            var category = faq.category() == null ? "" : faq.category();
            return new ReadyPage.ReadyFaqView(
                    key, faq.question(), faq.answer(), faq.variants(), category, state, missing);
        }
    }
}
