package fr.accueil.simulator.inbound;

import fr.accueil.simulator.ledger.Media;
import fr.accueil.simulator.world.Message;
import fr.accueil.simulator.world.Phone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The form of the inbound webhook, field by field as Twilio posts it.
@Component
class InboundForm {

    private static final List<String> IN_CONTEXT = List.of("ButtonText", "ButtonPayload", "ListId", "ListTitle");
    private static final List<String> FORWARDING = List.of("Forwarded", "FrequentlyForwarded");

    private final JsonMapper json;
    private final InboundSettings settings;

    InboundForm(JsonMapper json, InboundSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    Map<String, String> of(Message message, Phone phone) {
        var form = new LinkedHashMap<String, String>();
        putIfPresent(form, "ExternalUserId", phone.externalUserId());
        form.put("SmsMessageSid", message.sid());
        form.put("NumMedia", String.valueOf(message.media().size()));
        form.put("ProfileName", phone.name());
        form.put("MessageType", message.type());
        form.put("SmsSid", message.sid());
        putIfPresent(form, "WaId", waId(message, phone));
        form.put("SmsStatus", "received");
        form.put("Body", message.body());
        form.put("To", message.to());
        form.put("NumSegments", "1");
        form.put("ReferralNumMedia", "0");
        form.put("MessageSid", message.sid());
        form.put("AccountSid", message.accountSid());
        form.put("ChannelMetadata", metadata(message, phone));
        form.put("From", Objects.requireNonNullElse(message.from(), phone.address()));
        form.put("ApiVersion", "2010-04-01");
        form.putAll(message.fields());
        putMedia(form, message);
        return form;
    }

    private void putMedia(Map<String, String> form, Message message) {
        for (var i = 0; i < message.media().size(); i++) {
            Media media = message.media().get(i);
            form.put("MediaContentType" + i, media.contentType());
            form.put("MediaUrl" + i, settings.mediaUrl() + media.url());
        }
    }

    private String metadata(Message message, Phone phone) {
        var context = new LinkedHashMap<String, String>();
        context.put("ProfileName", phone.name());
        putIfPresent(context, "WaId", waId(message, phone));
        IN_CONTEXT.forEach(name -> putIfPresent(context, name, message.fields().get(name)));
        if (message.fields().containsKey("ButtonText")
                || "true".equals(message.fields().get("Forwarded"))) {
            FORWARDING.forEach(
                    name -> putIfPresent(context, name, message.fields().get(name)));
        }
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("type", "whatsapp");
        metadata.put("data", Map.of("context", context));
        return json.writeValueAsString(metadata);
    }

    /// Not told of who hides the number, for good or this once.
    private static @Nullable String waId(Message message, Phone phone) {
        return phone.phone() == null || !phone.address().equals(message.from())
                ? null
                : phone.phone().substring(1);
    }

    private static void putIfPresent(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
