package fr.accueil.conversation.person;

import fr.accueil.platform.Misconfigured;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves that a webhook comes from who shares our secret, through Svix, and is young.
final class SvixSignature {

    /// What a webhook may be too old, or ahead of our clock.
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SECRET_PREFIX = "whsec_";
    private static final String SIGNATURE_PREFIX = "v1,";

    private final SecretKeySpec key;

    /// @throws Misconfigured when this is no secret of Svix
    SvixSignature(String secret) {
        try {
            if (!secret.startsWith(SECRET_PREFIX)) {
                throw new IllegalArgumentException("no " + SECRET_PREFIX);
            }
            key = new SecretKeySpec(Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())), ALGORITHM);
        } catch (IllegalArgumentException e) {
            throw new Misconfigured(
                    "The secret of Clerk's webhooks is none.",
                    "Set CLERK_WEBHOOK_SECRET to what Clerk's dashboard shows (whsec_…), or leave it out.",
                    e);
        }
    }

    /// @param timestamp seconds since 1970
    /// @param signatures separated by spaces: while a secret is exchanged there are several
    boolean proves(String id, String timestamp, String signatures, byte[] body, Instant now) {
        var expected = sign(id, timestamp, body);
        return isYoung(timestamp, now)
                && Arrays.stream(signatures.split(" "))
                        .filter(it -> it.startsWith(SIGNATURE_PREFIX))
                        .map(it -> it.substring(SIGNATURE_PREFIX.length()).getBytes(StandardCharsets.UTF_8))
                        .anyMatch(it -> MessageDigest.isEqual(it, expected));
    }

    private byte[] sign(String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static boolean isYoung(String timestamp, Instant now) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }
}
