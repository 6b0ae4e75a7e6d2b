package fr.accueil.router.understanding;

/// The language to answer in.
public enum Language {
    FRENCH,
    ENGLISH
}
