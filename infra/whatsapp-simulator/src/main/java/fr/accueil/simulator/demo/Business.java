package fr.accueil.simulator.demo;

import java.util.List;

/// A business that customers can write to, and its Twilio account.
///
/// @param suggestions what a visitor may try first: questions of its own FAQ
public record Business(
        String name, String vertical, String address, String accountSid, String authToken, List<String> suggestions) {}
