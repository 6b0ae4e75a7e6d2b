package fr.accueil.conversation.workspace;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.tenant.AssistantRuleBook;
import fr.accueil.conversation.tenant.SaveTenant;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How the assistant goes about it.
@RestController
class AssistantController {

    private final TenantTransaction transaction;
    private final AssistantRuleBook rules;
    private final SaveTenant save;
    private final AuditLog audit;

    AssistantController(TenantTransaction transaction, AssistantRuleBook rules, SaveTenant save, AuditLog audit) {
        this.transaction = transaction;
        this.rules = rules;
        this.save = save;
        this.audit = audit;
    }

    @Operation(
            operationId = "getAssistant",
            summary = "How long the assistant waits for customers, they for it, and how sure it must be")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/api/settings/assistant")
    Mono<AssistantView> get(Member member) {
        return transaction.in(member.tenant(), rules.findVersioned()).map(AssistantView::of);
    }

    @Operation(
            operationId = "changeAssistant",
            summary = "Says how long the assistant waits, how long customers do, and how sure it must be, whole")
    @Needs(Right.MANAGE_SETTINGS)
    @PutMapping("/api/settings/assistant")
    Mono<AssistantView> change(Member member, @RequestBody @Valid AssistantRequest request) {
        return transaction.in(
                member.tenant(),
                save.changeAssistant(member.tenant(), request.version(), request.toRules())
                        .flatMap(changed -> {
                            var before = AssistantView.of(changed.before(), request.version());
                            var after = AssistantView.of(changed.after());
                            return audit.record(
                                            member,
                                            Action.SETTINGS_CHANGED,
                                            member.tenant(),
                                            "Assistant",
                                            before,
                                            after)
                                    .thenReturn(after);
                        }));
    }
}
