package fr.accueil.simulator.world;

import org.jspecify.annotations.Nullable;

/// A customer's phone.
///
/// @param address what Twilio calls it: the number, or the WhatsApp user id when the customer hides the number
/// @param listed false for a number that a business wrote to and nobody added: it is not offered on the page
public record Phone(
        String address,
        String name,
        @Nullable String phone,
        @Nullable String externalUserId,
        boolean listed) {}
