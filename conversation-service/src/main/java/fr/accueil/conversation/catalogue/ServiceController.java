package fr.accueil.conversation.catalogue;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.ServiceId;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the business offers, seen and changed.
@RestController
@RequestMapping("/api/services")
class ServiceController {

    private static final String KEY = "La clé d'idempotence a de 1 à 200 caractères.";

    private final TenantTransaction transaction;
    private final Services services;
    private final EditServices edit;

    ServiceController(TenantTransaction transaction, Services services, EditServices edit) {
        this.transaction = transaction;
        this.services = services;
        this.edit = edit;
    }

    @Operation(operationId = "listServices", summary = "What can be had of the business, in its order")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping
    Mono<ServicePage> list(Member member) {
        return transaction
                .inMany(member.tenant(), services.findAllVersioned())
                .map(ServiceView::of)
                .collectList()
                .map(items -> new ServicePage(items, null));
    }

    @Operation(
            operationId = "addService",
            summary = "Offers another service, behind the others",
            description = "The same Idempotency-Key gives the same service, however often it is sent.")
    @Needs(Right.MANAGE_AGENDA)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ServiceView> add(
            Member member,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key,
            @RequestBody @Valid ServiceRequest request) {
        return edit.add(member, request, key);
    }

    @Operation(operationId = "changeService", summary = "Changes a service, whole; its place stays")
    @Needs(Right.MANAGE_AGENDA)
    @PutMapping("/{id}")
    Mono<ServiceView> change(Member member, @PathVariable ServiceId id, @RequestBody @Valid ServiceRequest request) {
        return edit.change(member, id, request);
    }

    @Operation(
            operationId = "deleteService",
            summary = "Offers a service no longer",
            description = "What is booked of it stays, under its name; no practitioner does it any more.")
    @Needs(Right.MANAGE_AGENDA)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(
            Member member, @PathVariable ServiceId id, @RequestParam(required = false) @Nullable Long version) {
        return edit.delete(member, id, version);
    }

    @Operation(operationId = "orderServices", summary = "Puts all services in this order")
    @Needs(Right.MANAGE_AGENDA)
    @PutMapping("/order")
    Mono<ServicePage> order(Member member, @RequestBody @Valid ServiceOrderRequest request) {
        return edit.order(member, request.ids()).map(items -> new ServicePage(items, null));
    }
}
