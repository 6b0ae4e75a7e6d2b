package fr.accueil.conversation.team;

import fr.accueil.conversation.tenant.PrivacyRuleBook;
import fr.accueil.conversation.tenant.PrivacyRules;
import fr.accueil.events.WorkspaceEvent.Role;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// From whom customers' phone numbers are hidden: from agents, where the business wants it so.
@Component
public class Masks {

    private final PrivacyRuleBook rules;

    Masks(PrivacyRuleBook rules) {
        this.rules = rules;
    }

    /// In the tenant's open transaction.
    public Mono<Boolean> areFor(Member member) {
        return member.role() == Role.OWNER ? Mono.just(false) : rules.find().map(PrivacyRules::phonesMasked);
    }
}
