package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Who speaks for the business in a conversation right now.
///
/// @param kind `assistant`, `nobody` (the assistant handed over and no person has taken it yet) or `person`
/// @param person the subject of the person's token, when a person leads
/// @param name as the team sees it
public record Leader(
        Kind kind, @Nullable String person, @Nullable String name) {

    public enum Kind {
        @JsonProperty("assistant")
        ASSISTANT,
        @JsonProperty("nobody")
        NOBODY,
        @JsonProperty("person")
        PERSON
    }

    public static Leader assistant() {
        return new Leader(Kind.ASSISTANT, null, null);
    }

    public static Leader nobody() {
        return new Leader(Kind.NOBODY, null, null);
    }

    public static Leader person(String subject, @Nullable String name) {
        return new Leader(Kind.PERSON, subject, name);
    }

    public boolean assistantLeads() {
        return kind == Kind.ASSISTANT;
    }
}
