package fr.accueil.ingest.twilio;

import fr.accueil.events.InboundEvent.ButtonReply;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What WhatsApp's richer messages answer, as JSON in `InteractiveData` or, for a form that was filled in, `FlowData`.
///
/// @param answers those of the two that are JSON objects with something in them
record InteractiveData(List<ObjectNode> answers) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// As Meta names them, and as Twilio would: it writes `flowResponse` where Meta has `nfm_reply`.
    private static final List<String> CHOICES = List.of("list_reply", "listReply", "button_reply", "buttonReply");

    static InteractiveData of(TwilioForm form) {
        return new InteractiveData(Stream.of("InteractiveData", "FlowData")
                .flatMap(it -> form.find(it).stream())
                .flatMap(InteractiveData::answer)
                .toList());
    }

    /// The id of what was chosen where there is one, else the whole answer.
    Optional<ButtonReply> button(Optional<String> body) {
        return answers.stream()
                .flatMap(answer -> CHOICES.stream().map(answer::get).filter(Objects::nonNull))
                .flatMap(InteractiveData::choice)
                .findFirst()
                .or(() -> answers.stream()
                        .findFirst()
                        .map(answer -> new ButtonReply(body.orElse(null), Utf8.readable(answer.toString()))));
    }

    private static Stream<ButtonReply> choice(JsonNode choice) {
        var id = Utf8.readable(choice.path("id").asString(""));
        var title = Utf8.readable(choice.path("title").asString(""));
        return id.isEmpty() ? Stream.empty() : Stream.of(new ButtonReply(title.isEmpty() ? null : title, id));
    }

    private static Stream<ObjectNode> answer(String json) {
        try {
            return JSON.readTree(json) instanceof ObjectNode object && !object.isEmpty()
                    ? Stream.of(object)
                    : Stream.empty();
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }
}
