package fr.accueil.simulator.content;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A template of one account, as Twilio's Content API keeps it.
///
/// @param variables what stands for each placeholder when a message names nothing for it
/// @param types by Twilio's name of the type, such as `twilio/text`
/// @param approval WhatsApp's word: `unsubmitted`, `received`, `pending`, `approved`, `rejected`, `paused`, `disabled`
public record Template(
        String sid,
        String accountSid,
        String name,
        String language,
        String category,
        String approval,
        @Nullable String rejectionReason,
        Map<String, String> variables,
        Map<String, Map<String, Object>> types) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w{1,16})\\s*}}");

    public boolean isApproved() {
        return approval.equals("approved");
    }

    /// The words that the customer reads.
    public String render(Map<String, String> given) {
        return PLACEHOLDER
                .matcher(body())
                .replaceAll(found -> Matcher.quoteReplacement(
                        given.getOrDefault(found.group(1), variables.getOrDefault(found.group(1), found.group()))));
    }

    private String body() {
        return types.values().stream()
                .map(type -> type.get("body"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }
}
