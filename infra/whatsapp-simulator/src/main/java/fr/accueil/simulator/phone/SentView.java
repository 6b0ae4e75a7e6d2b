package fr.accueil.simulator.phone;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.accueil.simulator.ledger.Fact.Attempted;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What became of a customer's message at the webhook.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SentView(String messageSid, @Nullable Webhook webhook) {

    /// @param status of the last try
    /// @param tenant as the webhook named it
    /// @param conversation as the webhook named it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Webhook(
            boolean delivered,
            @Nullable Integer status,
            int attempts,
            long tookMs,
            @Nullable String error,
            @Nullable String tenant,
            @Nullable String conversation) {}

    static SentView pending(String sid) {
        return new SentView(sid, null);
    }

    static SentView of(String sid, Attempted last) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(last.headers());
        return new SentView(
                sid,
                new Webhook(
                        last.succeeded(),
                        last.status(),
                        last.number(),
                        last.tookMs(),
                        last.error(),
                        headers.get("Accueil-Tenant"),
                        headers.get("Accueil-Conversation")));
    }
}
