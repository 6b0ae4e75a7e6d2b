package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// Calls our webhooks as Twilio does: signs for the public address, posts to another.
final class Caller {

    static final String PUBLIC_URL = "https://hooks.example.com";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String INBOUND = "/api/webhooks/twilio";
    static final String STATUS = "/api/webhooks/twilio/status";

    private static final int REPETITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    Caller(int port) {
        this.url = "http://localhost:" + port;
    }

    HttpResponse<String> posts(String address, String body) {
        return postsSignedWith(TOKEN, address, body);
    }

    HttpResponse<String> postsSignedWith(String token, String address, String body) {
        return send(form(address, body, sign(token, address, body))).join();
    }

    CompletableFuture<HttpResponse<String>> postsSoon(String address, String body) {
        return send(form(address, body, sign(TOKEN, address, body)));
    }

    /// Repeats what is answered 503, at most three times, as Twilio does (`rc=3`, `rp=5xx`).
    CompletableFuture<HttpResponse<String>> postsUntilTaken(String address, String body) {
        return postsUntilTaken(address, body, REPETITIONS);
    }

    private CompletableFuture<HttpResponse<String>> postsUntilTaken(String address, String body, int repetitions) {
        return postsSoon(address, body)
                .thenCompose(it -> it.statusCode() == 503 && repetitions > 0
                        ? postsUntilTaken(address, body, repetitions - 1)
                        : CompletableFuture.completedFuture(it));
    }

    HttpResponse<String> postsWithSignature(String signature, String address, String body) {
        return send(form(address, body, signature)).join();
    }

    CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return http.sendAsync(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder form(String address, String body, String signature) {
        return to(address)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("X-Twilio-Signature", signature)
                .POST(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(url + address));
    }

    static String sign(String token, String address, String body) {
        return sign(token, address, TwilioForm.parse(body.getBytes(UTF_8)));
    }

    static String sign(String token, String address, TwilioForm form) {
        var sorted = new TreeMap<String, String>();
        form.parameters().forEach(it -> sorted.put(it.name(), it.value()));
        var text = new StringBuilder(PUBLIC_URL + address);
        sorted.forEach((name, value) -> text.append(name).append(value));
        return TwilioSignature.sign(token, text.toString());
    }
}
