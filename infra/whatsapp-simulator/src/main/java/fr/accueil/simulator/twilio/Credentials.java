package fr.accueil.simulator.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands in a Basic `Authorization` header.
record Credentials(String user, String password) {

    static Optional<Credentials> parse(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            var plain =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), UTF_8);
            var colon = plain.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Credentials(plain.substring(0, colon), plain.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    boolean hasPassword(String expected) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), password.getBytes(UTF_8));
    }
}
