package fr.accueil.ingest.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How WhatsApp names a person in one webhook: under a phone number, under a business-scoped user id, or both.
///
/// @param address as received: where an answer goes
/// @param phone E.164, when the address is one
/// @param externalUserId with the prefix `whatsapp:`
public record WhatsAppIdentity(
        String address, @Nullable String phone, @Nullable String externalUserId) {

    private static final String PREFIX = "whatsapp:";
    private static final Pattern PHONE = Pattern.compile("whatsapp:(\\+[1-9]\\d{6,14})");
    private static final Pattern USER_ID = Pattern.compile("whatsapp:[A-Z]{2}\\.[A-Za-z0-9.]{1,132}");

    /// @param externalUserId the webhook's `ExternalUserId`, empty where it has none: a hidden number's address is it
    public static WhatsAppIdentity of(String address, Optional<String> externalUserId) {
        var phone = PHONE.matcher(address);
        var id = externalUserId
                .map(it -> it.startsWith(PREFIX) ? it : PREFIX + it)
                .orElseGet(() -> USER_ID.matcher(address).matches() ? address : "");
        return new WhatsAppIdentity(address, phone.matches() ? phone.group(1) : null, id.isEmpty() ? null : id);
    }

    /// Who it is, as far as this webhook alone tells. Every address that WhatsApp may think of is some key.
    String fallback() {
        if (phone != null) {
            return phone;
        }
        return externalUserId != null ? externalUserId : address;
    }
}
