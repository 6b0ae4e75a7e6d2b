package fr.accueil.simulator.twilio;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The parameter `ContentVariables`: a JSON object as text, by the rules that Twilio refuses a message for.
final class ContentVariables {

    private static final int MOST = 100;
    private static final int LONGEST = 1600;
    private static final Pattern UNFIT = Pattern.compile("[\\n\\r\\t]| {5,}");

    private ContentVariables() {}

    static Map<String, String> parse(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        var variables = new HashMap<String, String>();
        read(text).properties().forEach(entry -> variables.put(entry.getKey(), check(entry.getValue())));
        if (variables.size() > MOST) {
            throw invalid();
        }
        return Map.copyOf(variables);
    }

    private static JsonNode read(String text) {
        try {
            var json = JsonMapper.shared().readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException notJson) {
            throw invalid();
        }
        throw invalid();
    }

    private static String check(JsonNode value) {
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw invalid();
        }
        if (value.stringValue().length() > LONGEST) {
            throw TwilioError.badRequest(21658, "A parameter exceeded its character limit.");
        }
        if (UNFIT.matcher(value.stringValue()).find()) {
            throw invalid();
        }
        return value.stringValue();
    }

    private static TwilioError invalid() {
        return TwilioError.badRequest(21656, "The Content Variables parameter is invalid.");
    }
}
