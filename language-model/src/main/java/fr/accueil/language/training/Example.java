package fr.accueil.language.training;

/// A sentence and what a model shall say of it.
record Example(String text, String label) {}
