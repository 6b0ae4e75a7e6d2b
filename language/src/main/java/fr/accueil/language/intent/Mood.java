package fr.accueil.language.intent;

/// How the writer feels about the business or its assistant.
public enum Mood {
    NEUTRAL,
    /// Says calmly that something is wrong.
    UNHAPPY,
    /// Insults, threatens, shouts or mocks.
    ANGRY
}
