package fr.accueil.notification.twilio;

import fr.accueil.notification.twilio.TwilioStub.Posted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the stub of Twilio took, and its list of it.
class TakenMessages {

    private final List<Posted> messages = new ArrayList<>();
    private final Map<String, Instant> takenAt = new ConcurrentHashMap<>();
    private final Map<String, Standing> standing = new ConcurrentHashMap<>();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();

    /// How far a message came, as the list shows it.
    private record Standing(String status, @Nullable Integer code) {}

    synchronized void add(Posted call) {
        takenAt.put(call.sid(), Instant.now());
        messages.add(call);
    }

    Instant at(Posted call) {
        return Objects.requireNonNull(takenAt.get(call.sid()));
    }

    synchronized List<Posted> of(String to) {
        return messages.stream().filter(it -> it.to().equals(to)).toList();
    }

    synchronized void forget(String to) {
        messages.removeIf(it -> it.to().equals(to));
    }

    void becomes(Posted call, String status, @Nullable Integer code) {
        standing.put(call.sid(), new Standing(status, code));
    }

    void hide(String recipient) {
        hidden.add(recipient);
    }

    void show(String recipient) {
        hidden.remove(recipient);
    }

    /// The newest first, three to a page: short pages find more mistakes. Nothing without its sender.
    synchronized String page(String path, Map<String, String> query) {
        var page = Integer.parseInt(query.getOrDefault("Page", "0"));
        var found = messages.reversed().stream()
                .filter(it -> !hidden.contains(it.to()))
                .filter(it -> !query.containsKey("To") || it.to().equals(query.get("To")))
                .filter(it -> Objects.equals(it.form().get("From"), query.get("From")))
                .toList();
        var records = found.stream().skip(page * 3L).limit(3).map(this::json).collect(Collectors.joining(","));
        var next = found.size() > page * 3 + 3 ? "\"%s&Page=%d\"".formatted(path, page + 1) : "null";
        return """
                {"messages":[%s],"page":%d,"page_size":3,"uri":"/x","first_page_uri":"/x","next_page_uri":%s,
                 "previous_page_uri":null,"start":0,"end":0}""".formatted(records, page, next);
    }

    String json(Posted call) {
        var now = standing.getOrDefault(call.sid(), new Standing("queued", null));
        return """
                {"account_sid":"%s","api_version":"2010-04-01","body":"%s","date_created":"%s","date_sent":null,
                 "date_updated":"%s","direction":"outbound-api","error_code":%d,"error_message":null,"from":"%s",
                 "num_media":"0","num_segments":"1","sid":"%s","status":"%s","to":"%s"}""".formatted(
                        call.account(),
                        call.body().replace("\"", "\\\"").replace("\n", "\\n"),
                        call.date(),
                        call.date(),
                        now.code(),
                        call.form().get("From"),
                        call.sid(),
                        now.status(),
                        call.to());
    }
}
