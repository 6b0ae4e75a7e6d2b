package fr.accueil.router.understanding;

/// How the customer feels about this business.
public enum Mood {
    NEUTRAL,
    UNHAPPY,
    ANGRY
}
