package fr.accueil.language.extraction;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The domains that French customers write from, to propose one in place of a misspelling.
final class MailDomains {

    private static final List<String> KNOWN = List.of(
            "gmail.com",
            "hotmail.fr",
            "hotmail.com",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "laposte.net",
            "yahoo.fr",
            "yahoo.com",
            "outlook.fr",
            "outlook.com",
            "live.fr",
            "live.com",
            "sfr.fr",
            "neuf.fr",
            "icloud.com",
            "bbox.fr",
            "msn.com",
            "numericable.fr",
            "protonmail.com",
            "proton.me",
            "club-internet.fr",
            "aol.com",
            "me.com",
            "gmx.fr",
            "gmx.com",
            "aliceadsl.fr",
            "cegetel.net",
            "hotmail.be",
            "yahoo.es",
            "hotmail.es",
            "hotmail.it",
            "hotmail.co.uk",
            "yahoo.co.uk",
            "mac.com",
            "mail.com",
            "mail.fr",
            "ymail.com",
            "zoho.com");

    /// Domains that no distance tells from others.
    private static final Map<String, String> WRONG = Map.of(
            "gmail.fr",
            "gmail.com",
            "laposte.fr",
            "laposte.net",
            "icloud.fr",
            "icloud.com",
            "gmail.co",
            "gmail.com",
            "free.com",
            "free.fr",
            "wanadoo.com",
            "wanadoo.fr",
            "gmail.be",
            "gmail.com");

    private static final int SHORT = 8;

    private MailDomains() {}

    static @Nullable String suggestionFor(String address) {
        int at = address.indexOf('@');
        var domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        var right = WRONG.containsKey(domain) ? WRONG.get(domain) : nearest(domain);
        return right == null ? null : address.substring(0, at + 1) + right;
    }

    private static @Nullable String nearest(String domain) {
        if (KNOWN.contains(domain)) {
            return null;
        }
        var near = KNOWN.stream()
                .min(Comparator.comparingInt(known -> Typos.distance(domain, known)))
                .orElseThrow();
        int most = near.length() < SHORT ? 1 : 2;
        return Typos.distance(domain, near) <= most && near.charAt(0) == domain.charAt(0) ? near : null;
    }
}
