package fr.accueil.conversation.workspace;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.workspace.Onboarding.State;
import fr.accueil.conversation.workspace.Onboarding.Step;
import fr.accueil.platform.database.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Where the wizard goes on. What is said in a step is saved by the step's own call; here stands only that it was left.
@RestController
@RequestMapping("/api/onboarding")
class OnboardingController {

    private final TenantTransaction transaction;
    private final OnboardingSteps steps;
    private final MeterRegistry meters;

    OnboardingController(TenantTransaction transaction, OnboardingSteps steps, MeterRegistry meters) {
        this.transaction = transaction;
        this.steps = steps;
        this.meters = meters;
    }

    record Left(
            @NotNull(message = "Dites si l'étape est terminée ou passée.")
            State state) {}

    @Operation(operationId = "getOnboarding", summary = "How far the workspace is set up")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping
    Mono<Onboarding> get(Member member) {
        return transaction.in(member.tenant(), steps.find());
    }

    @Operation(operationId = "leaveOnboardingStep", summary = "A step of the wizard is done, or skipped")
    @Needs(Right.MANAGE_SETTINGS)
    @PutMapping("/{step}")
    Mono<Onboarding> leave(Member member, @PathVariable String step, @RequestBody @Valid Left left) {
        if (left.state() == State.OPEN) {
            return Mono.error(new StepUnfinished());
        }
        var which = stepOf(step);
        return transaction
                .in(
                        member.tenant(),
                        steps.leave(which, left.state())
                                .flatMap(isNews -> steps.find().map(now -> new Outcome(isNews, now))))
                .doOnNext(it -> {
                    if (it.isNews()) {
                        count(which, left.state());
                    }
                })
                .map(Outcome::now);
    }

    private record Outcome(boolean isNews, Onboarding now) {}

    private void count(Step step, State state) {
        meters.counter("accueil.onboarding.steps", "step", lower(step), "state", lower(state))
                .increment();
    }

    private static Step stepOf(String name) {
        for (var step : Step.values()) {
            if (lower(step).equals(name)) {
                return step;
            }
        }
        throw new StepUnknown();
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
