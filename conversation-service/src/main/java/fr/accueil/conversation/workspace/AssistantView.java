package fr.accueil.conversation.workspace;

import fr.accueil.conversation.tenant.AssistantRules;
import fr.accueil.conversation.tenant.AssistantRules.Caution;
import fr.accueil.conversation.tenant.Versioned;

/// How the assistant goes about it.
///
/// @param quietSeconds how long a customer must have been quiet before it thinks
/// @param deadlineSeconds after which what it has not answered goes to a person
/// @param caution how sure it must be that a FAQ settles a question
/// @param version to be named by who changes it
public record AssistantView(int quietSeconds, int deadlineSeconds, Caution caution, long version) {

    static AssistantView of(Versioned<AssistantRules> known) {
        return of(known.value(), known.version());
    }

    static AssistantView of(AssistantRules rules, long version) {
        return new AssistantView(rules.quietSeconds(), rules.deadlineSeconds(), rules.caution(), version);
    }
}
