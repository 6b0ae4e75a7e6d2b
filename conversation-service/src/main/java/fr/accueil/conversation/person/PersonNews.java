package fr.accueil.conversation.person;

import fr.accueil.events.Wire;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What Clerk tells of a person that concerns us.
sealed interface PersonNews {

    /// Of their token.
    String subject();

    /// @param name null when they have none there
    /// @param email their primary address; null when they have none
    record Updated(
            String subject, @Nullable String name, @Nullable String email, Instant at) implements PersonNews {}

    record Deleted(String subject) implements PersonNews {}

    /// @return empty for what does not concern us
    /// @throws WebhookUnreadable when it is not in Clerk's shape
    static Optional<PersonNews> read(byte[] body) {
        try {
            var event = Wire.json().readTree(body);
            var person = event.path("data");
            return switch (event.path("type").asString("")) {
                case "user.updated" -> Optional.of(updated(person));
                case "user.deleted" -> Optional.of(new Deleted(require(person, "id")));
                default -> Optional.empty();
            };
        } catch (JacksonException e) {
            throw new WebhookUnreadable();
        }
    }

    private static Updated updated(JsonNode person) {
        var name = Stream.of("first_name", "last_name")
                .map(it -> person.path(it).asString("").strip())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
        if (!person.path("updated_at").isIntegralNumber()) {
            throw new WebhookUnreadable();
        }
        return new Updated(
                require(person, "id"),
                name.isEmpty() ? null : name,
                primaryEmail(person),
                Instant.ofEpochMilli(person.path("updated_at").asLong()));
    }

    private static @Nullable String primaryEmail(JsonNode person) {
        var primary = person.path("primary_email_address_id").asString("");
        return person.path("email_addresses")
                .valueStream()
                .filter(it -> it.path("id").asString("").equals(primary))
                .map(it -> it.path("email_address").asString(""))
                .filter(it -> !it.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String require(JsonNode node, String field) {
        var text = node.path(field).asString("");
        if (text.isBlank()) {
            throw new WebhookUnreadable();
        }
        return text;
    }
}
