package fr.accueil.conversation.tenant;

import fr.accueil.conversation.problem.ChangedMeanwhile;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.PostalAddress;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.platform.database.TenantTransaction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Saves a business, and tells the other services when it is not as they know it.
@Component
public class SaveTenant {

    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final PrivacyRuleBook privacy;
    private final AssistantRuleBook assistant;
    private final Upkeep upkeep;
    private final WorkspaceTopics topics;

    SaveTenant(
            TenantTransaction transaction,
            Tenants tenants,
            PrivacyRuleBook privacy,
            AssistantRuleBook assistant,
            Upkeep upkeep,
            WorkspaceTopics topics) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.privacy = privacy;
        this.assistant = assistant;
        this.upkeep = upkeep;
        this.topics = topics;
    }

    /// As it is, whoever changed it meanwhile.
    public Mono<Void> save(Tenant tenant) {
        var known = tenants.find(tenant.id()).filter(tenant::equals).hasElement();
        return transaction.in(tenant.id(), known.flatMap(same -> same ? Mono.<Void>empty() : saveAndTell(tenant)));
    }

    /// A new one, once.
    ///
    /// @param subject of who opens it
    /// @return whether it is new
    public Mono<Boolean> open(Tenant tenant, String subject) {
        return transaction.in(
                tenant.id(),
                tenants.open(tenant, subject)
                        .flatMap(isNew -> isNew ? tell(tenant).thenReturn(true) : Mono.just(false)));
    }

    /// Changes what somebody saw.
    ///
    /// @param seen the version that they saw
    /// @return before and after
    /// @throws ChangedMeanwhile (as an error) when it is no longer the one that is saved
    public Mono<Changed<Tenant>> change(TenantId id, long seen, UnaryOperator<Tenant> change) {
        return transaction.in(id, tenants.lock(id).flatMap(known -> {
            if (known.version() != seen) {
                return Mono.error(new ChangedMeanwhile());
            }
            var after = change.apply(known.value());
            return after.equals(known.value())
                    ? Mono.just(new Changed<>(known.value(), known))
                    : saveAndTell(after)
                            .thenReturn(new Changed<>(known.value(), new Versioned<>(after, known.version() + 1)));
        }));
    }

    /// Changes what somebody saw of what is done with customers' data.
    ///
    /// @param seen the version that they saw
    /// @return before and after
    /// @throws ChangedMeanwhile (as an error) when it is no longer the one that is saved
    public Mono<Changed<PrivacyRules>> changeRules(TenantId id, long seen, PrivacyRules rules) {
        return transaction.in(
                id,
                tenants.lock(id)
                        .flatMap(business -> privacy.findVersioned().flatMap(known -> {
                            if (known.version() != seen) {
                                return Mono.error(new ChangedMeanwhile());
                            }
                            return rules.equals(known.value())
                                    ? Mono.just(new Changed<>(rules, known))
                                    : privacy.save(rules, seen + 1)
                                            .then(Mono.defer(() -> tell(business.value())))
                                            .then(Mono.defer(() -> upkeep.forgetSoon(id)))
                                            .thenReturn(new Changed<>(known.value(), new Versioned<>(rules, seen + 1)));
                        })));
    }

    /// Changes what somebody saw of how the assistant goes about it.
    ///
    /// @param seen the version that they saw
    /// @return before and after
    /// @throws ChangedMeanwhile (as an error) when it is no longer the one that is saved
    public Mono<Changed<AssistantRules>> changeAssistant(TenantId id, long seen, AssistantRules rules) {
        return transaction.in(
                id,
                tenants.lock(id)
                        .flatMap(business -> assistant.findVersioned().flatMap(known -> {
                            if (known.version() != seen) {
                                return Mono.error(new ChangedMeanwhile());
                            }
                            return rules.equals(known.value())
                                    ? Mono.just(new Changed<>(rules, known))
                                    : assistant
                                            .save(rules, seen + 1)
                                            .then(Mono.defer(() -> tell(business.value())))
                                            .thenReturn(new Changed<>(known.value(), new Versioned<>(rules, seen + 1)));
                        })));
    }

    private Mono<Void> saveAndTell(Tenant tenant) {
        return tenants.save(tenant).then(Mono.defer(() -> tell(tenant)));
    }

    private Mono<Void> tell(Tenant tenant) {
        return upkeep.begin(tenant.id())
                .then(Mono.defer(privacy::find))
                .zipWhen(
                        _ -> assistant.findVersioned().map(Versioned::value),
                        (rules, manner) -> toSaved(tenant, rules, manner))
                .flatMap(saved ->
                        topics.tell(Topic.TENANTS, tenant.id(), tenant.id().toString(), saved));
    }

    /// What is usual need not be said.
    private static TenantSaved toSaved(Tenant tenant, PrivacyRules rules, AssistantRules assistant) {
        var address = tenant.address();
        return new TenantSaved(
                tenant.id(),
                tenant.name(),
                tenant.vertical(),
                tenant.timeZone(),
                tenant.formal(),
                address == null ? null : new PostalAddress(address.street(), address.postalCode(), address.city()),
                tenant.signature(),
                rules.messageDays() == TenantSaved.USUAL_MESSAGE_DAYS ? null : rules.messageDays(),
                rules.phonesMasked(),
                assistant.toManner());
    }
}
