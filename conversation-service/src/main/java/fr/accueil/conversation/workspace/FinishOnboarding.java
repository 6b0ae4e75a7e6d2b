package fr.accueil.conversation.workspace;

import fr.accueil.conversation.workspace.Onboarding.State;
import fr.accueil.conversation.workspace.Onboarding.Step;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Leaves all steps of the wizard behind, for a workspace that was set up otherwise; in the open transaction.
@Component
public class FinishOnboarding {

    private final OnboardingSteps steps;

    FinishOnboarding(OnboardingSteps steps) {
        this.steps = steps;
    }

    public Mono<Void> finish() {
        return Flux.fromArray(Step.values())
                .concatMap(step -> steps.leave(step, State.DONE))
                .then();
    }
}
