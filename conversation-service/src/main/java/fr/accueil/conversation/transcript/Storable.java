package fr.accueil.conversation.transcript;

import fr.accueil.events.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What comes from outside as PostgreSQL can keep it: it knows no NUL and no half of a surrogate pair, which a message
/// that holds one must not die of.
public final class Storable {

    private static final int REPLACEMENT = 0xFFFD;

    private Storable() {}

    static String text(String text) {
        return text.codePoints().noneMatch(Storable::isUnstorable)
                ? text
                : text.codePoints()
                        .map(it -> isUnstorable(it) ? REPLACEMENT : it)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /// The same record with every text in it made storable.
    @SuppressWarnings("unchecked")
    public static <T> T of(T event) {
        return (T) Wire.json().treeToValue(clean(Wire.json().valueToTree(event)), event.getClass());
    }

    static boolean isUnstorable(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }

    private static JsonNode clean(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var clean = Wire.json().createObjectNode();
                object.forEachEntry((name, value) -> clean.set(text(name), clean(value)));
                yield clean;
            }
            case ArrayNode array -> {
                var clean = Wire.json().createArrayNode();
                array.forEach(value -> clean.add(clean(value)));
                yield clean;
            }
            case StringNode string -> StringNode.valueOf(text(string.stringValue()));
            default -> node;
        };
    }
}
