package fr.accueil.conversation.workspace;

import fr.accueil.conversation.workspace.Onboarding.Progress;
import fr.accueil.conversation.workspace.Onboarding.State;
import fr.accueil.conversation.workspace.Onboarding.Step;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Which steps of the wizard the tenant whose transaction is open has left behind.
@Repository
class OnboardingSteps {

    private final DatabaseClient database;
    private final Clock clock;

    OnboardingSteps(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Onboarding> find() {
        return database.sql("select step, state from onboarding_step")
                .mapProperties(Row.class)
                .all()
                .collectMap(Row::toStep, Row::toState, () -> new EnumMap<>(Step.class))
                .map(known -> {
                    var steps = Arrays.stream(Step.values())
                            .map(step -> new Progress(step, known.getOrDefault(step, State.OPEN)))
                            .toList();
                    return new Onboarding(steps, steps.stream().allMatch(it -> it.state() != State.OPEN));
                });
    }

    /// @return whether the step was in another state before
    Mono<Boolean> leave(Step step, State state) {
        return database.sql("""
                        insert into onboarding_step (step, state, at) values (:step, :state, :at)
                        on conflict (tenant, step) do update set state = excluded.state, at = excluded.at
                        where onboarding_step.state <> excluded.state
                        """)
                .bind("step", step.name().toLowerCase(Locale.ROOT))
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .bind("at", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    record Row(String step, String state) {

        Step toStep() {
            return Step.valueOf(step.toUpperCase(Locale.ROOT));
        }

        State toState() {
            return State.valueOf(state.toUpperCase(Locale.ROOT));
        }
    }
}
