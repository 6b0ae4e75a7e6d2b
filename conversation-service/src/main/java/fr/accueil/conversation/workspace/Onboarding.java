package fr.accueil.conversation.workspace;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// How far a workspace is set up.
///
/// @param steps in their order
/// @param finished whether none is open
public record Onboarding(List<Progress> steps, boolean finished) {

    @io.swagger.v3.oas.annotations.media.Schema(name = "OnboardingProgress")
    public record Progress(Step step, State state) {}

    /// A page of the wizard.
    public enum Step {
        @JsonProperty("business")
        BUSINESS,
        @JsonProperty("hours")
        HOURS,
        @JsonProperty("services")
        SERVICES,
        @JsonProperty("tone")
        TONE,
        @JsonProperty("channel")
        CHANNEL,
        @JsonProperty("faqs")
        FAQS
    }

    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("done")
        DONE,
        @JsonProperty("skipped")
        SKIPPED
    }
}
