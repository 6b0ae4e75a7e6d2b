package fr.accueil.language.faq;

/// How sure a FAQ must be to settle a question, against what the model was tuned for. Measured in decision 027.
public enum Caution {
    CAREFUL(0.5),
    USUAL(0),
    BOLD(-0.8);

    private final double logOdds;

    Caution(double logOdds) {
        this.logOdds = logOdds;
    }

    /// What is asked for beyond the model's own certainty.
    double logOdds() {
        return logOdds;
    }
}
