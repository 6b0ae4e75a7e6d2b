package fr.accueil.simulator.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The value of `X-Twilio-Signature`: HMAC-SHA1 over the address as configured and every form field, sorted by name.
/// A name that comes twice gives its distinct values, sorted.
public final class TwilioSignature {

    private TwilioSignature() {}

    public static String of(String authToken, String url, Map<String, List<String>> form) {
        var text = new StringBuilder(url);
        new TreeMap<>(form)
                .forEach((name, values) ->
                        new TreeSet<>(values).forEach(value -> text.append(name).append(value)));
        return Base64.getEncoder().encodeToString(hmac(authToken, text.toString()));
    }

    private static byte[] hmac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA1"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HmacSHA1", e);
        }
    }
}
