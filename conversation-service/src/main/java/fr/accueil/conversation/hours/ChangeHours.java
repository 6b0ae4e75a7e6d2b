package fr.accueil.conversation.hours;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.catalogue.Services;
import fr.accueil.conversation.problem.ChangedMeanwhile;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.platform.database.TenantTransaction;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Somebody says anew when the house is open, who works when and what may be booked. What is booked stays.
@Component
class ChangeHours {

    private static final long UNSAID = 0;

    private final TenantTransaction transaction;
    private final Services services;
    private final Hours hours;
    private final SaveHours save;
    private final AuditLog audit;

    ChangeHours(TenantTransaction transaction, Services services, Hours hours, SaveHours save, AuditLog audit) {
        this.transaction = transaction;
        this.services = services;
        this.hours = hours;
        this.save = save;
        this.audit = audit;
    }

    /// @throws HoursRefused (as an error) when no agenda can be made of them
    /// @throws ChangedMeanwhile (as an error) when they are no longer those that were seen
    Mono<Versioned<HoursSaved>> change(Member member, HoursRequest request) {
        return transaction.in(
                member.tenant(),
                check(request)
                        .then(Mono.defer(hours::lockVersioned))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(known -> change(member, known, request)));
    }

    private Mono<Void> check(HoursRequest request) {
        return services.findAll()
                .map(ServiceSaved::service)
                .collect(Collectors.toSet())
                .map(offered -> HoursFaults.of(request, offered))
                .flatMap(faults -> faults.isEmpty() ? Mono.empty() : Mono.error(new HoursRefused(faults)));
    }

    private Mono<Versioned<HoursSaved>> change(
            Member member, Optional<Versioned<HoursSaved>> known, HoursRequest request) {
        long seen = known.map(Versioned::version).orElse(UNSAID);
        if (seen != request.version()) {
            return Mono.error(new ChangedMeanwhile());
        }
        var before = known.map(Versioned::value).orElse(null);
        var after = request.toSaved(member.tenant());
        return after.equals(before)
                ? Mono.justOrEmpty(known)
                : save.save(after)
                        .then(Mono.defer(() ->
                                audit.record(member, Action.HOURS_CHANGED, member.tenant(), "Horaires", before, after)))
                        .then(Mono.defer(hours::findVersioned))
                        .filter(saved -> saved.version() == seen + 1)
                        .switchIfEmpty(Mono.error(ChangedMeanwhile::new));
    }
}
