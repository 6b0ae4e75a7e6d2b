package fr.accueil.platform.secrets;

import com.google.crypto.tink.Aead;
import fr.accueil.events.CalendarId;
import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A tenant's secrets, encrypted (Tink AEAD) and bound to their tenant and what they are of: one copied to another row
/// does
/// not open.
public final class Secrets {

    private static final byte[] FOR_PSEUDONYMS = "accueil.pseudonyms.v1".getBytes(StandardCharsets.UTF_8);

    private final Aead aead;
    private final List<byte[]> pseudonymKeys;
    private final byte[] primaryPrefix;

    /// @param rawKeys the keys themselves, the primary first: pseudonyms are made with keys derived from them
    /// @param primaryPrefix what every ciphertext of the primary key begins with
    Secrets(Aead aead, List<byte[]> rawKeys, byte[] primaryPrefix) {
        this.aead = aead;
        this.primaryPrefix = primaryPrefix;
        this.pseudonymKeys =
                rawKeys.stream().map(it -> hmac(it, FOR_PSEUDONYMS)).toList();
    }

    /// @return Base64
    public String encrypt(String plain, TenantId tenant, ChannelId channel) {
        return encrypt(plain, tenant, channel.value());
    }

    /// The address of a calendar elsewhere, bound to its tenant and calendar.
    ///
    /// @return Base64
    public String encrypt(String plain, TenantId tenant, CalendarId calendar) {
        return encrypt(plain, tenant, calendar.value());
    }

    private String encrypt(String plain, TenantId tenant, UUID boundTo) {
        try {
            var sealed = aead.encrypt(plain.getBytes(StandardCharsets.UTF_8), context(tenant, boundTo));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be encrypted", e);
        }
    }

    /// @throws UnreadableSecret when it was encrypted with another key, or for another tenant or channel
    public String decrypt(String base64, TenantId tenant, ChannelId channel) {
        return decrypt(base64, tenant, channel.value());
    }

    /// @throws UnreadableSecret when it was encrypted with another key, or for another tenant or calendar
    public String decrypt(String base64, TenantId tenant, CalendarId calendar) {
        return decrypt(base64, tenant, calendar.value());
    }

    private String decrypt(String base64, TenantId tenant, UUID boundTo) {
        try {
            var opened = aead.decrypt(Base64.getDecoder().decode(base64), context(tenant, boundTo));
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableSecret(e);
        }
    }

    /// Whether the newest key sealed it. What is not current opens still, as long as its key is in the keyset; sealed
    /// anew, it no longer needs that key.
    public boolean isCurrent(String base64) {
        try {
            var sealed = Base64.getDecoder().decode(base64);
            return sealed.length >= primaryPrefix.length
                    && Arrays.equals(sealed, 0, primaryPrefix.length, primaryPrefix, 0, primaryPrefix.length);
        } catch (IllegalArgumentException e) {
            throw new UnreadableSecret(e);
        }
    }

    /// What stands for a personal identifier in a key or a ledger: HMAC-SHA256, Base64url, bound to the channel.
    ///
    /// @return one for each key of the keyset, the primary's first, so that rotating keys loses nobody
    public List<String> pseudonyms(ChannelId channel, String plain) {
        return pseudonyms(channel.value(), plain);
    }

    /// The same, bound to the tenant: for somebody who may write to any of its channels.
    public List<String> pseudonymsWithin(TenantId tenant, String plain) {
        return pseudonyms(tenant.value(), plain);
    }

    private List<String> pseudonyms(UUID boundTo, String plain) {
        var text = (boundTo + "/" + plain).getBytes(StandardCharsets.UTF_8);
        return pseudonymKeys.stream()
                .map(key -> Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, text)))
                .toList();
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", e);
        }
    }

    private static byte[] context(TenantId tenant, UUID boundTo) {
        return (tenant + "/" + boundTo).getBytes(StandardCharsets.UTF_8);
    }

    /// A secret that this key does not open.
    public static class UnreadableSecret extends RuntimeException {

        UnreadableSecret(Throwable cause) {
            super("a secret does not open with ACCUEIL_SECRET_KEY for its tenant and channel", cause);
        }
    }
}
