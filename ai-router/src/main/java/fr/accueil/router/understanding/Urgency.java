package fr.accueil.router.understanding;

/// What cannot wait: each has safety words of its own.
public enum Urgency {
    GAS,
    WATER,
    FIRE,
    POWER
}
