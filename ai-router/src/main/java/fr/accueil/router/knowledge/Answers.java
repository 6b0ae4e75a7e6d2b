package fr.accueil.router.knowledge;

import java.util.Optional;

/// Which FAQ answers a question, or none: a wrong answer is worse than a hand-over, so it does not guess.
public final class Answers {

    private static final double SURE = 0.41;
    private static final double MARGIN = 0.06;

    private Answers() {}

    /// The one FAQ that clearly fits.
    public static Optional<FaqMatch> find(FaqIndex index, String question) {
        var matches = index.search(question);
        if (matches.isEmpty() || matches.getFirst().score() < SURE) {
            return Optional.empty();
        }
        double second = matches.size() == 1 ? 0 : matches.get(1).score();
        return Optional.of(matches.getFirst()).filter(best -> best.score() - second >= MARGIN);
    }
}
