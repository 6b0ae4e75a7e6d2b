package fr.accueil.notification.media;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which addresses are called, and which of them get credentials: a webhook names them, so anybody who could forge one
/// would choose where our credentials go and what we fetch from inside our network. Pure.
final class TwilioAddresses {

    private static final Pattern API_HOST = Pattern.compile("api(\\.[a-z0-9-]{1,40}){0,2}\\.twilio\\.com");
    private static final String MEDIUM = "/2010-04-01/Accounts/%s/Messages/%s/Media/ME[0-9a-fA-F]{32}";
    private static final String STORAGE = "/cdn/";

    private final MediaSettings settings;

    TwilioAddresses(MediaSettings settings) {
        this.settings = settings;
    }

    /// Where to ask, with credentials, for what a webhook says is there; empty when it is not this account's and
    /// message's at Twilio.
    Optional<URI> toApi(String url, String accountSid, String messageSid) {
        return parse(url)
                .filter(it -> isPath(it, MEDIUM.formatted(Pattern.quote(accountSid), Pattern.quote(messageSid))))
                .filter(it -> isTwilio(it) || isSimulator(it))
                .map(this::orSimulator);
    }

    /// Where an answer sends us on to, without credentials; empty when that is none of Twilio's storage.
    Optional<URI> toStorage(URI from, String location) {
        return parse(location)
                .map(from::resolve)
                .filter(it ->
                        isStorageHost(it) || (isSimulator(it) && it.getRawPath().startsWith(STORAGE)));
    }

    private boolean isTwilio(URI url) {
        return isPlainHttps(url) && API_HOST.matcher(url.getHost()).matches();
    }

    private boolean isStorageHost(URI url) {
        return isPlainHttps(url) && settings.storageHosts().contains(url.getHost());
    }

    private boolean isSimulator(URI url) {
        var simulator = settings.apiUrl();
        return settings.isSimulated()
                && simulator != null
                && simulator.getHost().equals(url.getHost())
                && simulator.getPort() == url.getPort()
                && simulator.getScheme().equals(url.getScheme())
                && url.getRawUserInfo() == null;
    }

    private URI orSimulator(URI url) {
        var simulator = settings.apiUrl();
        return settings.isSimulated() && simulator != null ? simulator.resolve(url.getRawPath()) : url;
    }

    private static boolean isPath(URI url, String path) {
        return url.getRawPath() != null
                && url.getRawPath().matches(path)
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static boolean isPlainHttps(URI url) {
        return "https".equals(url.getScheme())
                && url.getHost() != null
                && (url.getPort() < 0 || url.getPort() == 443)
                && url.getRawUserInfo() == null;
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
