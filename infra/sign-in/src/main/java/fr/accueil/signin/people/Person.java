package fr.accueil.signin.people;

/// Someone who can sign in.
///
/// @param subject the `sub` of the person's tokens, for life
/// @param email in lower case; it names the person on the sign-in page
/// @param passwordHash bcrypt
public record Person(String subject, String name, String email, String passwordHash) {}
