package fr.accueil.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/// Stands where ingest stands: takes what the simulator posts, and answers as the test says.
class Receiver {

    static final Answer TAKEN =
            new Answer(200, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>", Duration.ZERO);

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Answer> answers = _ -> TAKEN;
    /// On threads of its own: a context that closes takes the shared ones with it.
    private final DisposableServer server = HttpServer.create()
            .runOn(LoopResources.create("receiver"))
            .host("localhost")
            .port(0)
            .handle(this::take)
            .bindNow();

    private Flux<Void> take(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString(UTF_8).defaultIfEmpty("").flatMapMany(body -> {
            var post = new Received(request.uri(), Headers.of(request), form(body));
            var answer = answers.apply(post);
            received.add(post);
            return Mono.delay(answer.delay())
                    .thenMany(response.status(answer.status())
                            .header("Content-Type", answer.contentType())
                            .header("Accueil-Tenant", "tenant-of-" + post.form().get("To"))
                            .sendString(Mono.just(answer.body())));
        });
    }

    private static Map<String, String> form(String body) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : body.split("&")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return form;
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    void answer(Function<Received, Answer> answers) {
        this.answers = answers;
    }

    void reset() {
        received.clear();
        answers = _ -> TAKEN;
    }

    List<Received> webhooks() {
        return received.stream().filter(post -> !post.isCallback()).toList();
    }

    List<Received> callbacks(String sid) {
        return received.stream()
                .filter(Received::isCallback)
                .filter(post -> sid.equals(post.form().get("MessageSid")))
                .toList();
    }

    List<String> statuses(String sid) {
        return callbacks(sid).stream()
                .map(post -> Objects.requireNonNull(post.form().get("MessageStatus")))
                .toList();
    }

    record Received(String uri, Headers headers, Map<String, String> form) {

        boolean isCallback() {
            return form.containsKey("MessageStatus");
        }
    }

    record Headers(Map<String, String> values) {

        static Headers of(HttpServerRequest request) {
            var values = new LinkedHashMap<String, String>();
            request.requestHeaders()
                    .forEach(header -> values.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
            return new Headers(values);
        }

        @Nullable
        String get(String name) {
            return values.get(name.toLowerCase(Locale.ROOT));
        }
    }

    record Answer(int status, String contentType, String body, Duration delay) {

        static Answer of(int status) {
            return new Answer(status, "text/xml", "", Duration.ZERO);
        }

        static Answer late(Duration delay) {
            return new Answer(200, "text/xml", "<Response/>", delay);
        }

        static Answer text(String contentType, String body) {
            return new Answer(200, contentType, body, Duration.ZERO);
        }
    }
}
