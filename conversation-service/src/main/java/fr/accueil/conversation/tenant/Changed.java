package fr.accueil.conversation.tenant;

/// What something was, and what it is.
public record Changed<T>(T before, Versioned<T> after) {}
