package fr.accueil.simulator.outbound;

import fr.accueil.simulator.failure.Failure;
import fr.accueil.simulator.failure.Failures;
import fr.accueil.simulator.failure.Mode;
import java.time.Duration;

/// How the callbacks of one message come.
///
/// @param hurried everything happens, and is called back, before the request is answered
/// @param delay before each callback
record CallbackPlan(boolean hurried, boolean shuffled, boolean duplicated, boolean lost, Duration delay) {

    static final CallbackPlan ORDERLY = new CallbackPlan(false, false, false, false, Duration.ZERO);

    private static final long DELAY_MS = 3000;

    static CallbackPlan of(Failures failures, String accountSid) {
        return new CallbackPlan(
                failures.take(Mode.CALLBACKS_BEFORE_RESPONSE, accountSid).isPresent(),
                failures.take(Mode.CALLBACKS_SHUFFLED, accountSid).isPresent(),
                failures.take(Mode.CALLBACKS_DUPLICATED, accountSid).isPresent(),
                failures.take(Mode.CALLBACKS_LOST, accountSid).isPresent(),
                failures.take(Mode.CALLBACKS_DELAYED, accountSid)
                        .map(CallbackPlan::toDelay)
                        .orElse(Duration.ZERO));
    }

    private static Duration toDelay(Failure failure) {
        return Duration.ofMillis(failure.delayOr(DELAY_MS));
    }
}
