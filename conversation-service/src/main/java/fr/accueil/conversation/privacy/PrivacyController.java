package fr.accueil.conversation.privacy;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.tenant.PrivacyRuleBook;
import fr.accueil.conversation.tenant.SaveTenant;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How long things are kept, and what agents see of customers.
@RestController
class PrivacyController {

    private final TenantTransaction transaction;
    private final PrivacyRuleBook rules;
    private final SaveTenant save;
    private final AuditLog audit;

    PrivacyController(TenantTransaction transaction, PrivacyRuleBook rules, SaveTenant save, AuditLog audit) {
        this.transaction = transaction;
        this.rules = rules;
        this.save = save;
        this.audit = audit;
    }

    @Operation(operationId = "getPrivacy", summary = "How long things are kept, and whether phone numbers are masked")
    @Needs(Right.MANAGE_PRIVACY)
    @GetMapping("/api/settings/privacy")
    Mono<PrivacyView> get(Member member) {
        return transaction.in(member.tenant(), rules.findVersioned()).map(PrivacyView::of);
    }

    @Operation(
            operationId = "changePrivacy",
            summary = "Says how long things are kept and whether phone numbers are masked, whole",
            description = "What is older than a shorter period goes within the day, and cannot be had back.")
    @Needs(Right.MANAGE_PRIVACY)
    @PutMapping("/api/settings/privacy")
    Mono<PrivacyView> change(Member member, @RequestBody @Valid PrivacyRequest request) {
        return transaction.in(
                member.tenant(),
                save.changeRules(member.tenant(), request.version(), request.toRules())
                        .flatMap(changed -> {
                            var before = PrivacyView.of(changed.before(), request.version());
                            var after = PrivacyView.of(changed.after());
                            return audit.record(
                                            member,
                                            Action.RETENTION_CHANGED,
                                            member.tenant(),
                                            "Confidentialité",
                                            before,
                                            after)
                                    .thenReturn(after);
                        }));
    }
}
