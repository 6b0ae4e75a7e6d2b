package fr.accueil.router.understanding;

/// What the assistant must not decide.
public enum Sensitive {
    HEALTH,
    LAW,
    REFUND
}
