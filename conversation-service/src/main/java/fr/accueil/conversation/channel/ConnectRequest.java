package fr.accueil.conversation.channel;

import fr.accueil.conversation.tenant.Credentials;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// A number as a person connects it: what Twilio's console shows, pasted as it is.
///
/// @param authToken of the account; only written, never shown again. Null leaves it as it is
/// @param address the number, E.164 or as it is dialled in France; null when Accueil is to find it in the account
/// @param messagingServiceSid the Messaging Service whose number it is
/// @param version the one that was seen; null for a new one
record ConnectRequest(
        @NotNull(message = ACCOUNT) @Pattern(regexp = "AC[0-9a-fA-F]{32}", message = ACCOUNT)
        String accountSid,

        @Pattern(
                regexp = "[0-9a-zA-Z]{32}",
                message = "Un Auth Token a 32 chiffres et lettres : copiez-le en entier depuis la console Twilio.")
        @Nullable
        String authToken,

        @Pattern(
                regexp = "(\\+[1-9]|0[1-9])[0-9]{7,13}",
                message = "Ce numéro n'en est pas un : +33 1 99 00 00 42, par exemple.")
        @Nullable
        String address,

        @Pattern(
                regexp = "MG[0-9a-fA-F]{32}",
                message = "Un Messaging Service commence par MG, suivi de 32 chiffres et lettres de a à f.")
        @Nullable
        String messagingServiceSid,

        @Nullable Long version) {

    private static final String ACCOUNT = "Un Account SID commence par AC, suivi de 32 chiffres et lettres de a à f.";
    private static final String FRANCE = "+33";

    /// Pasted text comes with spaces around it, and numbers with some inside.
    ConnectRequest {
        accountSid = plain(accountSid);
        authToken = plain(authToken);
        messagingServiceSid = plain(messagingServiceSid);
        var number = plain(address);
        address = number == null ? null : number.replaceFirst("^whatsapp:", "").replaceAll("[().-]", "");
    }

    private static @Nullable String plain(@Nullable String text) {
        var plain = text == null ? "" : text.replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
        return plain.isEmpty() ? null : plain;
    }

    Credentials toCredentials() {
        return new Credentials(accountSid, authToken, toAddress(), messagingServiceSid);
    }

    private @Nullable String toAddress() {
        return address == null
                ? null
                : "whatsapp:" + (address.startsWith("0") ? FRANCE + address.substring(1) : address);
    }

    /// Without the token: a record that is printed must not tell it.
    @Override
    public String toString() {
        return "ConnectRequest[" + accountSid + "]";
    }
}
