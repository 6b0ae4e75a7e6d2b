package fr.accueil.conversation.tenant;

import org.jspecify.annotations.Nullable;

/// What a person enters of a WhatsApp number.
///
/// @param authToken in clear: it never leaves this service so; null leaves it as it is
/// @param address `whatsapp:+33…`; null when it is to be found in the account
public record Credentials(
        String accountSid,
        @Nullable String authToken,
        @Nullable String address,
        @Nullable String messagingServiceSid) {

    /// Without the token: a record that is printed must not tell it.
    @Override
    public String toString() {
        return "Credentials[" + accountSid + "]";
    }
}
