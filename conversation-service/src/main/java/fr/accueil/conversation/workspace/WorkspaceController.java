package fr.accueil.conversation.workspace;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.team.Me;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.tenant.SaveTenant;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Opens workspaces, and changes what a business says of itself.
@RestController
class WorkspaceController {

    private static final String KEY = "La clé d'idempotence a de 1 à 200 caractères.";

    private final OpenWorkspace open;
    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final SaveTenant save;
    private final AuditLog audit;

    WorkspaceController(
            OpenWorkspace open, TenantTransaction transaction, Tenants tenants, SaveTenant save, AuditLog audit) {
        this.open = open;
        this.transaction = transaction;
        this.tenants = tenants;
        this.save = save;
        this.audit = audit;
    }

    @Operation(
            operationId = "openWorkspace",
            summary = "Opens a workspace, which who asks then owns",
            description = "The same Idempotency-Key gives the same workspace, however often it is sent.")
    @PostMapping("/api/workspaces")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Me.Workspace> open(
            @Parameter(hidden = true) JwtAuthenticationToken token,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key,
            @RequestBody @Valid OpenRequest request) {
        return open.open(token, request, key)
                .map(it -> new Me.Workspace(it.id(), it.name(), it.vertical(), Role.OWNER));
    }

    @Operation(operationId = "getSettings", summary = "What the business says of itself")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/api/settings")
    Mono<Settings> settings(Member member) {
        return transaction
                .in(member.tenant(), tenants.findVersioned(member.tenant()))
                .map(Settings::of);
    }

    @Operation(operationId = "changeSettings", summary = "Changes what the business says of itself, whole")
    @Needs(Right.MANAGE_SETTINGS)
    @PutMapping("/api/settings")
    Mono<Settings> change(Member member, @RequestBody @Valid SettingsRequest request) {
        return transaction.in(
                member.tenant(),
                save.change(member.tenant(), request.version(), request::applyTo)
                        .flatMap(changed -> {
                            var after = Settings.of(changed.after());
                            var before = Settings.of(changed.before(), request.version());
                            return audit.record(
                                            member,
                                            Action.SETTINGS_CHANGED,
                                            member.tenant(),
                                            after.name(),
                                            before,
                                            after)
                                    .thenReturn(after);
                        }));
    }
}
