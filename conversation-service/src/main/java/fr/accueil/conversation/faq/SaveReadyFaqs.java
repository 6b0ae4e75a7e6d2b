package fr.accueil.conversation.faq;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.catalogue.Services;
import fr.accueil.conversation.faq.ReadyFaqs.Blank;
import fr.accueil.conversation.faq.ReadyFaqs.ReadyFaq;
import fr.accueil.conversation.hours.Hours;
import fr.accueil.conversation.question.SameQuestion;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.Address;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives a new business its first FAQs: those of its trade, with what it has said about itself.
@Component
class SaveReadyFaqs {

    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final Hours hours;
    private final Services services;
    private final Faqs faqs;
    private final SaveFaq save;
    private final AuditLog audit;

    SaveReadyFaqs(
            TenantTransaction transaction,
            Tenants tenants,
            Hours hours,
            Services services,
            Faqs faqs,
            SaveFaq save,
            AuditLog audit) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.hours = hours;
        this.services = services;
        this.faqs = faqs;
        this.save = save;
        this.audit = audit;
    }

    Mono<ReadyFaqs> preview(TenantId tenant) {
        return transaction.in(tenant, load(tenant));
    }

    /// Of the keys, those whose blanks can all be filled and whose question is not there yet; the others are as before.
    Mono<ReadyFaqs> save(Member member, List<String> keys) {
        var wanted = Set.copyOf(keys);
        return transaction.in(
                member.tenant(),
                faqs.lockAll()
                        .then(Mono.defer(() -> load(member.tenant())))
                        .flatMapIterable(ReadyFaqs::items)
                        .filter(it -> wanted.contains(it.key()) && it.missing().isEmpty() && !it.saved())
                        .collectList()
                        .flatMap(chosen -> faqs.findAll()
                                .flatMapMany(all -> add(member, chosen, all))
                                .then())
                        .then(Mono.defer(() -> load(member.tenant()))));
    }

    private Flux<Void> add(Member member, List<ReadyFaq> chosen, List<Faqs.Kept> all) {
        var behind = all.isEmpty() ? 0 : all.getLast().faq().position() + 1;
        return Flux.fromIterable(chosen).index().concatMap(it -> {
            var ready = it.getT2();
            var faq = new Faq(
                    FaqId.of(Ids.next()),
                    member.tenant(),
                    ready.question(),
                    ready.answer(),
                    ready.variants(),
                    true,
                    ready.category(),
                    behind + it.getT1().intValue());
            return save.save(faq)
                    .then(Mono.defer(
                            () -> audit.record(member, Action.FAQ_SAVED, faq.id(), faq.question(), null, faq)));
        });
    }

    private Mono<ReadyFaqs> load(TenantId id) {
        return Mono.zip(
                        tenants.find(id),
                        hours.find().map(it -> HoursInWords.of(it.week())).defaultIfEmpty(""),
                        services.findAll().collectList().map(PricesInWords::of),
                        faqs.findAll())
                .map(it -> fill(it.getT1(), it.getT2(), it.getT3(), it.getT4()));
    }

    private static ReadyFaqs fill(Tenant tenant, String hours, String prices, List<Faqs.Kept> known) {
        var blanks = new EnumMap<Blank, String>(Blank.class);
        blanks.put(Blank.HOURS, hours);
        blanks.put(Blank.PRICES, prices);
        blanks.put(Blank.ADDRESS, tenant.address() == null ? "" : inWords(tenant.address()));
        var asked = known.stream()
                .map(it -> SameQuestion.plain(it.faq().question()))
                .collect(Collectors.toSet());
        return new ReadyFaqs(TradeFaqs.of(tenant.vertical()).stream()
                .map(it -> fill(it, tenant, blanks, asked))
                .toList());
    }

    private static ReadyFaq fill(TradeFaqs faq, Tenant tenant, Map<Blank, String> blanks, Set<String> asked) {
        var answer = (tenant.formal() ? faq.answer() : faq.answerTu()).replace("{name}", tenant.name());
        var missing = blanks.keySet().stream()
                .filter(it -> blanks.getOrDefault(it, "").isEmpty())
                .filter(it -> faq.answer().contains(placeholder(it)))
                .toList();
        for (var blank : blanks.entrySet()) {
            if (!blank.getValue().isEmpty()) {
                answer = answer.replace(placeholder(blank.getKey()), blank.getValue());
            }
        }
        return new ReadyFaq(
                faq.key(),
                faq.category(),
                faq.question(),
                faq.variants(),
                answer,
                missing,
                asked.contains(SameQuestion.plain(faq.question())));
    }

    private static String placeholder(Blank blank) {
        return switch (blank) {
            case HOURS -> "{hours}";
            case ADDRESS -> "{address}";
            case PRICES -> "{prices}";
        };
    }

    private static String inWords(Address address) {
        return address.street() + ", " + address.postalCode() + " " + address.city();
    }
}
