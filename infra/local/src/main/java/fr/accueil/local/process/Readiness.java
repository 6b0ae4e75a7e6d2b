package fr.accueil.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Whether a process can be used. Asked again and again while it starts, so it answers soon and throws nothing.
@FunctionalInterface
public interface Readiness {

    boolean isReady();

    /// Spring Boot's readiness probe.
    static Readiness probe(String url) {
        return http(url + "/actuator/health/readiness");
    }

    static Readiness http(String address) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(3))
                .build();
        return () -> {
            try {
                return Http.CLIENT
                                .send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    /// One client for all probes.
    final class Http {
        private static final HttpClient CLIENT =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

        private Http() {}
    }
}
