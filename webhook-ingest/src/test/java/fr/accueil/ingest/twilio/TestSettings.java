package fr.accueil.ingest.twilio;

import java.net.URI;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// Settings for tests without a context.
final class TestSettings {

    private TestSettings() {}

    static IngestSettings withPublicUrl(String publicUrl) {
        return of(publicUrl, 0);
    }

    static IngestSettings behindProxies(int proxies) {
        return of(Caller.PUBLIC_URL, proxies);
    }

    private static IngestSettings of(String publicUrl, int proxies) {
        return new IngestSettings(
                URI.create(publicUrl),
                DataSize.ofKilobytes(64),
                Duration.ofSeconds(5),
                Duration.ofMillis(3_500),
                DataSize.ofMegabytes(32),
                60,
                proxies);
    }
}
