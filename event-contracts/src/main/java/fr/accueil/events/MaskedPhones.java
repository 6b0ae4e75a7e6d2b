package fr.accueil.events;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Customers' phone numbers as those see them who may not know them: enough to tell two apart. Whatever is a
/// number as a whole is masked, wherever it stands; what people wrote in their messages is not.
public final class MaskedPhones {

    private static final Pattern NUMBER =
            Pattern.compile("(?<before>(?:whatsapp:)?(?:\\+\\d{3}|0[1-9]))[\\d .-]{4,14}(?<after>\\d{2})");

    private static final String HIDDEN = "••••••";

    private MaskedPhones() {}

    /// Masks every number in it, in place.
    public static JsonNode in(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.propertyNames().stream().toList().forEach(it -> {
                var value = object.get(it);
                if (value.isString()) {
                    object.put(it, of(value.stringValue()));
                } else {
                    in(value);
                }
            });
        } else if (json instanceof ArrayNode array) {
            array.forEach(MaskedPhones::in);
        }
        return json;
    }

    /// The text, masked if it is a number.
    public static String of(String text) {
        var number = NUMBER.matcher(text);
        return number.matches() ? number.group("before") + HIDDEN + number.group("after") : text;
    }
}
