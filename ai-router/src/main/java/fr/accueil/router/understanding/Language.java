package fr.accueil.router.understanding;

/// The language of a message, and so of the answer.
public enum Language {
    FRENCH,
    ENGLISH,
    /// One that the assistant does not speak.
    OTHER
}
