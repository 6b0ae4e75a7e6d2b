package fr.accueil.conversation.membership;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.team.ChangeTeam;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Members;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who works here, and what they may do.
@RestController
@RequestMapping("/api/agents")
class TeamController {

    private final TenantTransaction transaction;
    private final Members members;
    private final ChangeTeam team;
    private final EndMembership end;
    private final AuditLog audit;

    TeamController(TenantTransaction transaction, Members members, ChangeTeam team, EndMembership end, AuditLog audit) {
        this.transaction = transaction;
        this.members = members;
        this.team = team;
        this.end = end;
        this.audit = audit;
    }

    @Operation(operationId = "listTeam", summary = "Who is in the team, and as what")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping
    Mono<TeamPage> list(Member member) {
        return transaction
                .in(member.tenant(), members.findAll())
                .map(team -> new TeamPage(team.stream().map(MemberView::of).toList(), null));
    }

    @Operation(operationId = "giveRole", summary = "Somebody is an owner or an agent from now on")
    @Needs(Right.MANAGE_TEAM)
    @PutMapping("/{subject}")
    Mono<MemberView> giveRole(Member member, @PathVariable String subject, @RequestBody @Valid RoleRequest request) {
        return transaction.in(
                member.tenant(),
                team.giveRole(member.tenant(), subject, request.version(), request.role())
                        .flatMap(changed -> {
                            var after = MemberView.of(changed.after());
                            return audit.record(
                                            member,
                                            Action.MEMBER_CHANGED,
                                            subject,
                                            after.name(),
                                            MemberView.before(changed),
                                            after)
                                    .thenReturn(after);
                        }));
    }

    @Operation(
            operationId = "endMembership",
            summary = "Somebody no longer belongs to the team",
            description = "What they led awaits a person. What is open for them ends.")
    @Needs(Right.MANAGE_TEAM)
    @DeleteMapping("/{subject}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Member member, @PathVariable String subject) {
        return end.end(member, subject);
    }

    @Operation(operationId = "leaveTeam", summary = "Who asks no longer belongs to the team")
    @Needs(Right.SEE_WORKSPACE)
    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> leave(Member member) {
        return end.end(member, member.subject());
    }
}
