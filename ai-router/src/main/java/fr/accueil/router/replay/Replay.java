package fr.accueil.router.replay;

import java.time.Instant;
import java.util.List;

/// What would change.
///
/// @param since what was asked before is not read again
/// @param questions how many different ones were read again
/// @param complete whether that is all that was asked since
/// @param changed those that would be answered otherwise, the latest first
record Replay(Instant since, int questions, boolean complete, List<ChangedAnswer> changed) {

    /// @param question as a customer wrote it
    /// @param times how often it was asked
    /// @param lastAt when it was asked last
    /// @param before the questions of the FAQs that it is answered with now; none when it is passed on to a person
    /// @param after those of the FAQs that it would be answered with; the same where the answer alone differs
    record ChangedAnswer(String question, int times, Instant lastAt, List<String> before, List<String> after) {}
}
