package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Envelopes as bytes and back. Explicit instead of Jackson's polymorphism: a generic or an external type property
/// lost the type in places (decision 002), and an unknown type must stay readable by name.
public final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A number that yesterday's event does not have yet reads as 0.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final Map<String, Class<? extends AccueilEvent>> TYPES = typesOf(AccueilEvent.class);

    private Wire() {}

    /// The mapper that events are written with, for who must read or write a part of one.
    public static JsonMapper json() {
        return JSON;
    }

    public static byte[] write(Envelope envelope) {
        var node = JSON.createObjectNode();
        node.put("specversion", "1.0");
        node.put("id", envelope.id().toString());
        node.put("source", envelope.source().toString());
        node.put("type", envelope.type());
        node.put("time", envelope.time().toString());
        node.put("subject", envelope.subject());
        put(node, "tenant", envelope.tenant());
        put(node, "causedby", envelope.causedby());
        node.put("datacontenttype", "application/json");
        node.set("data", JSON.valueToTree(envelope.data()));
        return JSON.writeValueAsBytes(node);
    }

    /// @throws UnreadableEvent when the bytes are not JSON, miss an attribute, or their data does not fit their type
    public static Envelope read(byte[] bytes) {
        try {
            var node = JSON.readTree(bytes);
            return new Envelope(
                    UUID.fromString(text(node, "id")),
                    URI.create(text(node, "source")),
                    Instant.parse(text(node, "time")),
                    text(node, "subject"),
                    node.hasNonNull("tenant") ? TenantId.of(text(node, "tenant")) : null,
                    node.hasNonNull("causedby") ? UUID.fromString(text(node, "causedby")) : null,
                    data(text(node, "type"), node.path("data")));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent("not an event: " + e.getClass().getSimpleName(), e);
        }
    }

    static String nameOf(AccueilEvent event) {
        return event instanceof AccueilEvent.Unknown unknown ? unknown.type() : nameOf(event.getClass());
    }

    /// Every event type that there is, by wire name.
    static Map<String, Class<? extends AccueilEvent>> types() {
        return TYPES;
    }

    private static AccueilEvent data(String type, JsonNode data) {
        var known = TYPES.get(type);
        return known == null ? new AccueilEvent.Unknown(type) : JSON.treeToValue(data, known);
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("attribute " + name + " is missing");
        }
        return value.stringValue();
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    private static String nameOf(Class<?> type) {
        var name = type.getAnnotation(WireName.class);
        if (name == null) {
            throw new IllegalStateException(type + " has no @WireName");
        }
        return name.value();
    }

    private static Map<String, Class<? extends AccueilEvent>> typesOf(Class<? extends AccueilEvent> family) {
        var types = new HashMap<String, Class<? extends AccueilEvent>>();
        for (var member : family.getPermittedSubclasses()) {
            var type = member.asSubclass(AccueilEvent.class);
            if (type.isInterface()) {
                types.putAll(typesOf(type));
            } else if (type != AccueilEvent.Unknown.class) {
                types.put(nameOf(type), type);
            }
        }
        return Map.copyOf(types);
    }
}
