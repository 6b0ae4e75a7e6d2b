package fr.accueil.language.model;

/// The kinds of features. Each kind's part of a vector has length one, so that none outweighs another.
public enum Kind {
    /// Words, pairs and triples of words, and what the message looks like as a whole.
    WORDS,
    /// Runs of three to five letters within words.
    LETTERS,
    /// What the words are about, alone and in pairs.
    CLASSES
}
