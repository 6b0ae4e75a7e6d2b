package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Who wrote a message.
///
/// @param person the subject of the person's token, for a person of the team
/// @param name as shown: the customer's WhatsApp name, or the colleague's
public record Author(
        Kind kind, @Nullable String person, @Nullable String name) {

    public enum Kind {
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("assistant")
        ASSISTANT,
        @JsonProperty("person")
        PERSON
    }

    public static Author customer(@Nullable String name) {
        return new Author(Kind.CUSTOMER, null, name);
    }

    public static Author assistant() {
        return new Author(Kind.ASSISTANT, null, null);
    }

    public static Author person(String subject, @Nullable String name) {
        return new Author(Kind.PERSON, subject, name);
    }
}
