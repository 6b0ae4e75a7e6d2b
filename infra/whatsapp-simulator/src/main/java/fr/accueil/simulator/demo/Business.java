package fr.accueil.simulator.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A business that customers can write to, and its Twilio account.
///
/// @param suggestions what a visitor may try first: questions of its own FAQ
/// @param webhook what its console says; null for one of the demo file, which is called at the usual address
/// @param opened whether somebody opened its account while the simulator ran
public record Business(
        String name,
        String vertical,
        String address,
        String accountSid,
        String authToken,
        List<String> suggestions,
        @Nullable Webhook webhook,
        boolean opened) {

    static Business opened(String name, String address, String accountSid, String authToken) {
        return new Business(name, "services", address, accountSid, authToken, List.of(), null, true);
    }

    Business with(Webhook entered) {
        return new Business(name, vertical, address, accountSid, authToken, suggestions, entered, opened);
    }

    /// Where Twilio calls when a message comes.
    public record Webhook(String url, String method) {}
}
