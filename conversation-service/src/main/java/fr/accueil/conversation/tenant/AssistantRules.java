package fr.accueil.conversation.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.events.WorkspaceEvent;
import fr.accueil.events.WorkspaceEvent.AssistantManner;
import org.jspecify.annotations.Nullable;

/// How a business wants its assistant to go about it.
///
/// @param quietSeconds how long a customer must have been quiet before it thinks
/// @param deadlineSeconds after which what it has not answered goes to a person
/// @param caution how sure it must be that a FAQ settles a question
public record AssistantRules(int quietSeconds, int deadlineSeconds, Caution caution) {

    /// Where nobody has said otherwise.
    public static final AssistantRules USUAL = new AssistantRules(1, 20, Caution.USUAL);

    public enum Caution {
        @JsonProperty("careful")
        CAREFUL,
        @JsonProperty("usual")
        USUAL,
        @JsonProperty("bold")
        BOLD
    }

    /// What is usual need not be said.
    @Nullable
    AssistantManner toManner() {
        return equals(USUAL)
                ? null
                : new AssistantManner(
                        quietSeconds == USUAL.quietSeconds ? null : quietSeconds,
                        deadlineSeconds == USUAL.deadlineSeconds ? null : deadlineSeconds,
                        switch (caution) {
                            case CAREFUL -> WorkspaceEvent.Caution.CAREFUL;
                            case USUAL -> null;
                            case BOLD -> WorkspaceEvent.Caution.BOLD;
                        });
    }
}
