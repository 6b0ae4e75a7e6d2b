package fr.accueil.ingest.twilio;

import java.net.URI;
import org.springframework.stereotype.Component;

/// The address that Twilio called, as Twilio knows it: the configured part letter by letter, then path and query as
/// they came. Host, scheme and port of the request itself are a proxy's or a stranger's word and are not looked at.
@Component
class PublicAddress {

    private final String base;

    PublicAddress(IngestSettings settings) {
        this.base = withoutTrailingSlash(withoutUserInfo(settings.publicUrl()));
    }

    String of(URI request) {
        var query = request.getRawQuery();
        return base + request.getRawPath() + (query == null ? "" : "?" + query);
    }

    /// The configured part.
    String base() {
        return base;
    }

    /// The configured part with http for https and the reverse.
    String withOtherScheme() {
        return base.regionMatches(true, 0, "https:", 0, 6) ? "http" + base.substring(5) : "https" + base.substring(4);
    }

    /// Path and query of an address that [#of] has made.
    String pathOf(String url) {
        return url.substring(base.length());
    }

    /// Twilio takes user and password out of the address before it signs.
    private static String withoutUserInfo(URI url) {
        var userInfo = url.getRawUserInfo();
        return userInfo == null ? url.toString() : url.toString().replaceFirst("//[^/]*@", "//");
    }

    private static String withoutTrailingSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
