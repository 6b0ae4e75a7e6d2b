package fr.accueil.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A tab that holds the live feed open and keeps all it hears.
public final class BrowserTab implements AutoCloseable {

    /// One server-sent event.
    public record Heard(String id, String event, String data) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> response;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private BrowserTab(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    public static BrowserTab open(int port, @Nullable String token, @Nullable String workspace, @Nullable String lastId)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/events"));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (workspace != null) {
            request.header("X-Accueil-Workspace", workspace);
        }
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        return new BrowserTab(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    public List<Heard> heard() {
        return heard;
    }

    /// The data of all changes so far.
    public List<String> changes() {
        return heard.stream()
                .filter(it -> it.event().equals("change"))
                .map(Heard::data)
                .toList();
    }

    public List<String> comments() {
        return comments;
    }

    public boolean ended() {
        return ended;
    }

    public String lastId() {
        return heard.getLast().id();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
            var id = "";
            var event = "message";
            var data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        heard.add(new Heard(id, event, data));
                    }
                    event = "message";
                    data = "";
                } else if (line.startsWith(":")) {
                    comments.add(line.substring(1).strip());
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data += line.substring(6);
                }
            }
        } catch (IOException _) {
            // The connection was closed, by us or by the gateway: in both cases this tab hears no more.
        } finally {
            ended = true;
        }
    }
}
