package fr.accueil.conversation.catalogue;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.problem.ChangedMeanwhile;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.Ids;
import fr.accueil.events.ServiceId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.platform.database.TenantTransaction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Somebody changes what the business offers. What is booked keeps the name that it was booked under.
@Component
class EditServices {

    /// Of ids that are computed from who adds and their idempotency key.
    private static final UUID NAMESPACE = UUID.fromString("8a4c1f5e-2b7d-5d36-9e80-6c1f0a7b3d24");

    private static final int AT_MOST = 200;
    private static final int STEP_MINUTES = 5;

    private final TenantTransaction transaction;
    private final Services services;
    private final SaveServices save;
    private final ServiceKeeper keeper;
    private final WorkspaceTopics topics;
    private final AuditLog audit;

    EditServices(
            TenantTransaction transaction,
            Services services,
            SaveServices save,
            ServiceKeeper keeper,
            WorkspaceTopics topics,
            AuditLog audit) {
        this.transaction = transaction;
        this.services = services;
        this.save = save;
        this.keeper = keeper;
        this.topics = topics;
        this.audit = audit;
    }

    /// Behind all others.
    ///
    /// @param key of idempotency: the same person and key give the same service, however often it is sent
    Mono<ServiceView> add(Member member, ServiceRequest request, @Nullable String key) {
        var tenant = member.tenant();
        var id = ServiceId.of(
                key == null
                        ? Ids.next()
                        : Ids.computed(NAMESPACE, "service", tenant.toString(), member.subject(), key));
        return transaction.in(
                tenant,
                check(request)
                        .then(Mono.defer(services::lockAll))
                        .then(Mono.defer(() -> services.lockVersioned(id)))
                        .map(ServiceView::of)
                        .switchIfEmpty(Mono.defer(() -> services.findAll()
                                .collectList()
                                .flatMap(others -> addTo(others, member, request, id)))));
    }

    /// @throws ServiceUnknown (as an error) when there is none of that id
    /// @throws ChangedMeanwhile (as an error) when it is no longer the one that was seen
    Mono<ServiceView> change(Member member, ServiceId id, ServiceRequest request) {
        return transaction.in(
                member.tenant(),
                services.lockAll()
                        .then(Mono.defer(() -> load(id)))
                        .delayUntil(_ -> check(request))
                        .flatMap(known -> ifSeen(known, request.version()))
                        .flatMap(known -> change(member, known, request)));
    }

    /// @param seen the version that was seen
    /// @throws ServiceUnknown (as an error) when there is none of that id
    /// @throws ChangedMeanwhile (as an error) when it is no longer the one that was seen
    Mono<Void> delete(Member member, ServiceId id, @Nullable Long seen) {
        return transaction.in(
                member.tenant(),
                services.lockAll()
                        .then(Mono.defer(() -> load(id)))
                        .flatMap(known -> ifSeen(known, seen))
                        .flatMap(known -> delete(member, known)));
    }

    /// @param ids of all there are
    /// @throws ChangedMeanwhile (as an error) when there are others by now
    Mono<List<ServiceView>> order(Member member, List<ServiceId> ids) {
        return transaction.in(
                member.tenant(),
                services.lockAll()
                        .then(Mono.defer(() -> services.findAll().collectList()))
                        .flatMap(all -> isAll(ids, all) ? order(member, ids, all) : Mono.error(new ChangedMeanwhile()))
                        .then(Mono.defer(() ->
                                services.findAllVersioned().map(ServiceView::of).collectList())));
    }

    private Mono<ServiceView> addTo(List<ServiceSaved> others, Member member, ServiceRequest request, ServiceId id) {
        if (others.size() >= AT_MOST) {
            return Mono.error(ServiceRefused.oneTooMany(AT_MOST));
        }
        var last = others.stream().mapToInt(ServiceSaved::position).max().orElse(0);
        var added = request.toSaved(id, member.tenant(), last + 1);
        return requireOwnName(others, added)
                .then(Mono.defer(() -> save.save(added)))
                .then(Mono.defer(() -> tellLog(member, null, ServiceView.of(added, 1))));
    }

    private Mono<ServiceView> change(Member member, Versioned<ServiceSaved> known, ServiceRequest request) {
        var before = known.value();
        var after = request.toSaved(before.service(), before.tenant(), before.position());
        return after.equals(before)
                ? Mono.just(ServiceView.of(known))
                : services.findAll()
                        .collectList()
                        .flatMap(all -> requireOwnName(all, after))
                        .then(Mono.defer(() -> save.save(after)))
                        .then(Mono.defer(() ->
                                tellLog(member, ServiceView.of(known), ServiceView.of(after, known.version() + 1))));
    }

    private Mono<Void> delete(Member member, Versioned<ServiceSaved> known) {
        var id = known.value().service();
        var name = known.value().name();
        return services.delete(id)
                .then(Mono.defer(() -> topics.gone(Topic.SERVICES, member.tenant(), id.toString())))
                .then(Mono.defer(() -> keeper.letGo(member.tenant(), id)))
                .then(Mono.defer(
                        () -> audit.record(member, Action.SERVICE_DELETED, id, name, ServiceView.of(known), null)));
    }

    private Mono<Void> order(Member member, List<ServiceId> ids, List<ServiceSaved> all) {
        var ordered =
                all.stream().map(it -> placed(it, ids.indexOf(it.service()))).toList();
        return ordered.equals(all)
                ? Mono.empty()
                : Flux.fromIterable(ordered)
                        .concatMap(save::save)
                        .then(Mono.defer(() -> audit.record(
                                member, Action.SERVICES_ORDERED, member.tenant(), "Ordre des prestations")));
    }

    private Mono<ServiceView> tellLog(Member member, @Nullable ServiceView before, ServiceView after) {
        return audit.record(member, Action.SERVICE_SAVED, after.id(), after.name(), before, after)
                .thenReturn(after);
    }

    private Mono<Versioned<ServiceSaved>> load(ServiceId id) {
        return services.lockVersioned(id).switchIfEmpty(Mono.error(ServiceUnknown::new));
    }

    private static Mono<Versioned<ServiceSaved>> ifSeen(Versioned<ServiceSaved> known, @Nullable Long seen) {
        if (seen == null) {
            return Mono.error(ServiceRefused.unversioned());
        }
        return known.version() == seen ? Mono.just(known) : Mono.error(new ChangedMeanwhile());
    }

    private static Mono<Void> check(ServiceRequest request) {
        return request.durationMinutes() % STEP_MINUTES == 0 ? Mono.empty() : Mono.error(ServiceRefused.offBeat());
    }

    private static Mono<Void> requireOwnName(List<ServiceSaved> others, ServiceSaved wanted) {
        Optional<String> namesake = others.stream()
                .filter(it -> !it.service().equals(wanted.service()))
                .map(ServiceSaved::name)
                .filter(it -> SameName.areSame(it, wanted.name()))
                .findFirst();
        return namesake.<Mono<Void>>map(it -> Mono.error(ServiceRefused.namesake(it)))
                .orElseGet(Mono::empty);
    }

    private static boolean isAll(List<ServiceId> ids, List<ServiceSaved> all) {
        return ids.size() == all.size()
                && new HashSet<>(ids)
                        .equals(new HashSet<>(
                                all.stream().map(ServiceSaved::service).toList()));
    }

    private static ServiceSaved placed(ServiceSaved it, int position) {
        return new ServiceSaved(
                it.service(),
                it.tenant(),
                it.name(),
                it.synonyms(),
                it.durationMinutes(),
                it.bufferMinutes(),
                it.priceCents(),
                it.priceFrom(),
                it.bookable(),
                position);
    }
}
