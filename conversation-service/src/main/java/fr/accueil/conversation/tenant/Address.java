package fr.accueil.conversation.tenant;

/// Where a business is, as it stands on a letter.
///
/// @param street with its number
public record Address(String street, String postalCode, String city) {}
