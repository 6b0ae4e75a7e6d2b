package fr.accueil.language.intent;

/// A danger at the customer's place that needs safety words before anything else.
public enum Urgency {
    NONE,
    /// Smell or leak of gas, carbon monoxide.
    GAS,
    /// Water that floods or cannot be stopped.
    WATER,
    /// Fire, smoke, sparks, a smell of burning.
    FIRE,
    /// No electricity.
    POWER
}
