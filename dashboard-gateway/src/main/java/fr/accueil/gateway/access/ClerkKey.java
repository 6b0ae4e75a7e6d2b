package fr.accueil.gateway.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.Base64;
import java.util.regex.Pattern;

/// Clerk's publishable key, `pk_live_…` or `pk_test_…`: no secret, it says in Base64 which host the Frontend API is at.
/// Source: Clerk's documentation, "Clerk API keys".
public record ClerkKey(String value, String frontendApi) {

    private static final Pattern SHAPE = Pattern.compile("pk_(?:live|test)_([A-Za-z0-9+/]+={0,2})");
    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+(?::\\d+)?");

    /// @throws IllegalArgumentException when this is no publishable key
    public static ClerkKey of(String value) {
        var shape = SHAPE.matcher(value);
        var said = shape.matches() ? decoded(shape.group(1)) : "";
        var host = said.endsWith("$") ? said.substring(0, said.length() - 1) : "";
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("CLERK_PUBLISHABLE_KEY is not a publishable key of Clerk (pk_live_…)");
        }
        return new ClerkKey(value, host);
    }

    /// @throws IllegalArgumentException when tokens that this key gets would not be believed
    void mustFit(URI issuer) {
        if (!frontendApi.equals(issuer.getAuthority())) {
            throw new IllegalArgumentException("CLERK_PUBLISHABLE_KEY belongs to https://" + frontendApi
                    + ", OIDC_ISSUER is " + issuer + ": its tokens would all be refused");
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), US_ASCII);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
