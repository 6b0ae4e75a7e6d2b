package fr.accueil.gateway.openapi;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Two OpenAPI documents as one: title and names of the first, the operations of both.
final class JoinedDescription {

    private static final String REFERENCE = "$ref";

    private final ObjectNode joined;

    private JoinedDescription(ObjectNode joined) {
        this.joined = joined;
    }

    /// @param prefix for a component of the second that has the name of one of the first but says something else
    static JsonNode of(JsonNode first, JsonNode second, String prefix) {
        var description = new JoinedDescription((ObjectNode) first.deepCopy());
        description.add(second.deepCopy(), prefix);
        return description.joined;
    }

    private void add(JsonNode second, String prefix) {
        rename(second, newNames(second.path("components"), prefix));
        copy(second.path("paths"), joined.withObject("/paths"));
        second.path("tags").forEach(joined.withArray("/tags")::add);
        second.path("components").properties().forEach(kind -> copy(kind.getValue(), components(kind.getKey())));
    }

    private static void copy(JsonNode from, ObjectNode to) {
        from.properties().forEach(it -> to.set(it.getKey(), it.getValue()));
    }

    private ObjectNode components(String kind) {
        return joined.withObject("/components").withObject("/" + kind);
    }

    /// Renames what clashes.
    ///
    /// @return by reference, the new one
    private Map<String, String> newNames(JsonNode components, String prefix) {
        var references = new HashMap<String, String>();
        for (var kind : components.properties()) {
            var own = (ObjectNode) kind.getValue();
            for (var name : own.propertyNames().stream().toList()) {
                var known = components(kind.getKey()).path(name);
                if (!known.isMissingNode() && !known.equals(own.get(name))) {
                    own.set(prefix + name, own.remove(name));
                    references.put(reference(kind.getKey(), name), reference(kind.getKey(), prefix + name));
                }
            }
        }
        return references;
    }

    private static String reference(String kind, String name) {
        return "#/components/" + kind + "/" + name;
    }

    private static void rename(JsonNode node, Map<String, String> references) {
        if (node instanceof ObjectNode object) {
            var renamed = references.get(object.path(REFERENCE).asString(""));
            if (renamed != null) {
                object.put(REFERENCE, renamed);
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> rename(child, references));
        }
    }
}
