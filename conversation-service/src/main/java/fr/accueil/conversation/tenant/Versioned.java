package fr.accueil.conversation.tenant;

/// What is saved, and how often it was.
///
/// @param version one up with each change; who changes it names the one that they saw
public record Versioned<T>(T value, long version) {}
