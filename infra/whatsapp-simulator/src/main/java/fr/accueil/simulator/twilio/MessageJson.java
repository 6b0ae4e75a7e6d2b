package fr.accueil.simulator.twilio;

import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.MessageStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message as Twilio's REST API shows it.
final class MessageJson {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private MessageJson() {}

    static Map<String, @Nullable Object> of(Message message) {
        var path = pathOf(message.accountSid(), message.sid());
        var unassigned = message.status() == MessageStatus.ACCEPTED;
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("account_sid", message.accountSid());
        json.put("api_version", "2010-04-01");
        json.put("body", message.body());
        json.put("date_created", rfc2822(message.createdAt()));
        json.put("date_sent", rfc2822(message.sentAt()));
        json.put("date_updated", rfc2822(message.updatedAt()));
        json.put("direction", message.direction().wire());
        json.put("error_code", message.errorCode());
        json.put("error_message", message.errorMessage());
        json.put("from", unassigned ? null : message.from());
        json.put("messaging_service_sid", message.messagingServiceSid());
        json.put("num_media", String.valueOf(message.media().size()));
        json.put("num_segments", unassigned ? "0" : "1");
        json.put("price", null);
        json.put("price_unit", null);
        json.put("sid", message.sid());
        json.put("status", message.status().wire());
        json.put("subresource_uris", Map.of("media", path + "/Media.json"));
        json.put("to", message.to());
        json.put("uri", path + ".json");
        return json;
    }

    static String pathOf(String accountSid, String sid) {
        return "/2010-04-01/Accounts/" + accountSid + "/Messages/" + sid;
    }

    static @Nullable String rfc2822(@Nullable Instant at) {
        return at == null ? null : RFC_2822.format(at);
    }
}
