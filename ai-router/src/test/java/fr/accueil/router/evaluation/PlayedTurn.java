package fr.accueil.router.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One turn of the file as it went.
///
/// @param wrote what was written, for the reader of a report
/// @param before what the runner answered from the facts before it, for the same
/// @param outcome null when it was skipped
/// @param failures what was expected and is not so
record PlayedTurn(
        String wrote,
        boolean key,
        List<Exchange> before,
        @Nullable Outcome outcome,
        List<String> failures) {

    /// @param reply what was answered; null when nothing was
    record Exchange(String wrote, @Nullable String reply) {}

    boolean isRight() {
        return failures.isEmpty();
    }

    Map<String, Object> toMap() {
        return outcome == null ? Map.of("skipped", true) : outcome.toMap();
    }
}
