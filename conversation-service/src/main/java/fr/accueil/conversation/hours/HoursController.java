package fr.accueil.conversation.hours;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// When the house is open, who works when and what may be booked, seen and changed.
@RestController
class HoursController {

    private final TenantTransaction transaction;
    private final Hours hours;
    private final ChangeHours change;
    private final BookedVisits visits;

    HoursController(TenantTransaction transaction, Hours hours, ChangeHours change, BookedVisits visits) {
        this.transaction = transaction;
        this.hours = hours;
        this.change = change;
        this.visits = visits;
    }

    @Operation(operationId = "getHours", summary = "When the house is open, who works when, and what may be booked")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/api/hours")
    Mono<HoursView> get(Member member) {
        return transaction
                .in(member.tenant(), hours.findVersioned().flatMap(this::toView))
                .defaultIfEmpty(HoursView.unsaid());
    }

    @Operation(
            operationId = "changeHours",
            summary = "Says anew when the house is open, who works when and what may be booked, whole",
            description =
                    "What is booked already stays; `bookingsOutside` of the answer says how much of it these hours"
                            + " would not allow any more.")
    @Needs(Right.MANAGE_AGENDA)
    @PutMapping("/api/hours")
    Mono<HoursView> change(Member member, @RequestBody @Valid HoursRequest request) {
        return transaction.in(member.tenant(), change.change(member, request).flatMap(this::toView));
    }

    private Mono<HoursView> toView(Versioned<HoursSaved> known) {
        return visits.countOutside(known.value()).map(outside -> HoursView.of(known, outside));
    }
}
