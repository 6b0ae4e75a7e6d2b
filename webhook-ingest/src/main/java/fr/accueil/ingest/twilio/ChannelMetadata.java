package fr.accueil.ingest.twilio;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The JSON in which Twilio passes on what WhatsApp said: `{"type":"whatsapp","data":{"context":{…}}}`.
record ChannelMetadata(JsonNode context) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Without anything in it when the parameter is missing or is not what it is documented to be.
    static ChannelMetadata of(TwilioForm form) {
        try {
            return new ChannelMetadata(
                    JSON.readTree(form.text("ChannelMetadata")).path("data").path("context"));
        } catch (JacksonException e) {
            return new ChannelMetadata(MissingNode.getInstance());
        }
    }

    Optional<String> find(String name) {
        return Optional.of(context.path(name).asString(""))
                .filter(it -> !it.isEmpty())
                .map(Utf8::readable);
    }
}
