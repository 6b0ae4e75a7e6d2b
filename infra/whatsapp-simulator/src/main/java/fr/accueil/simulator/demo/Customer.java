package fr.accueil.simulator.demo;

import org.jspecify.annotations.Nullable;

/// A demo customer with a WhatsApp phone.
///
/// @param phone absent when the customer hides it behind a WhatsApp user name
public record Customer(
        String name,
        String address,
        @Nullable String phone,
        @Nullable String externalUserId) {}
