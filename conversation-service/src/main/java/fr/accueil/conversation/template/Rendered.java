package fr.accueil.conversation.template;

import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.TemplateEvent.TemplateListed;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a message reads.
///
/// @param template that it is sent by, with its variables and no others; null for free text
public record Rendered(String body, @Nullable Template template) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}\\s]{1,64})\\s*}}");

    /// WhatsApp's own limits.
    private static final int MAX_BODY = 1024;

    /// @throws TemplateRefused when a variable is missing or is none that WhatsApp takes
    static Rendered of(TemplateListed listed, Map<String, String> values) {
        var used = new TreeMap<String, String>();
        for (var name : listed.variables()) {
            used.put(name, checked(name, values.getOrDefault(name, "")));
        }
        var body = VARIABLE.matcher(listed.body())
                .replaceAll(it -> Matcher.quoteReplacement(used.getOrDefault(it.group(1), it.group())));
        if (body.codePointCount(0, body.length()) > MAX_BODY) {
            throw TemplateRefused.tooLong(MAX_BODY);
        }
        return new Rendered(body, new Template(listed.contentSid(), used));
    }

    private static String checked(String name, String value) {
        if (value.isBlank()) {
            throw TemplateRefused.missing(name);
        }
        if (value.codePoints().anyMatch(Rendered::isNoText)) {
            throw TemplateRefused.notOneLine(name);
        }
        return value;
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
