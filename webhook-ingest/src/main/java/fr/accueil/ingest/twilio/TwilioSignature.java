package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Twilio's signature of a webhook: HMAC-SHA1 under the account's token over the address and all parameters.
///
/// Computed here, not by the SDK's `RequestValidator`, which is wrong in two places that matter: it takes a `Map`, so
/// of a repeated parameter it sees one value (a genuine request fails, and a value that nobody signed can be smuggled
/// in beside the signed one); and where it tries the address with or without its port, it signs a *decoded* path and
/// query (twilio-java issue 601). Asking it first and this class second would accept the union, with its mistakes. It
/// is instead the second opinion of this class's tests: wherever it is not known to be wrong, both must agree.
final class TwilioSignature {

    private static final String ALGORITHM = "HmacSHA1";

    private TwilioSignature() {}

    /// Whether this signature was made with that token, compared in constant time.
    ///
    /// @param url the configured public address with the path and query as received, byte for byte
    static boolean matches(String token, String url, Signed signed, String signature) {
        return matches(List.of(token), url, signed, signature);
    }

    /// The same for several tokens.
    static boolean matches(List<String> tokens, String url, Signed signed, String signature) {
        if (!signed.belongsTo(url)) {
            return false;
        }
        var text = signed.text();
        var received = signature.getBytes(UTF_8);
        return tokens.stream()
                .flatMap(token -> spellings(url).stream().map(spelling -> sign(token, spelling + text)))
                .anyMatch(expected -> MessageDigest.isEqual(expected.getBytes(UTF_8), received));
    }

    /// The addresses that Twilio may have signed when it was told to call this one. Its back ends do not agree whether
    /// the port belongs to it, and its Node SDK signs an apostrophe in the query as `%27`.
    private static List<String> spellings(String url) {
        var spellings = new ArrayList<String>();
        for (var spelling : List.of(url, withOtherPort(url))) {
            spellings.add(spelling);
            var query = spelling.indexOf('?');
            if (query >= 0 && spelling.indexOf('\'', query) >= 0) {
                spellings.add(
                        spelling.substring(0, query) + spelling.substring(query).replace("'", "%27"));
            }
        }
        return spellings;
    }

    /// The same address without its port, or with the scheme's own. Nothing else of it is touched.
    private static String withOtherPort(String url) {
        var authority = url.indexOf("//") + 2;
        var path = firstOf("/?#", url, authority);
        var host = url.substring(authority, path);
        var port = host.lastIndexOf(':');
        var hasPort = port > host.lastIndexOf('@') && port > host.lastIndexOf(']');
        var ownPort = url.regionMatches(true, 0, "https:", 0, 6) ? ":443" : ":80";
        return url.substring(0, authority) + (hasPort ? host.substring(0, port) : host + ownPort) + url.substring(path);
    }

    private static int firstOf(String characters, String text, int from) {
        var first = text.length();
        for (var character : characters.toCharArray()) {
            var found = text.indexOf(character, from);
            if (found >= 0) {
                first = Math.min(first, found);
            }
        }
        return first;
    }

    static String sign(String token, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(Utf8.encode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }
}
