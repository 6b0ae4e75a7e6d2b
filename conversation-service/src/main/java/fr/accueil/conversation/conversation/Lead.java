package fr.accueil.conversation.conversation;

import fr.accueil.events.Leader;
import org.jspecify.annotations.Nullable;

/// Who speaks for the business right now, under a number that grows with each change.
public sealed interface Lead {

    long number();

    record ByAssistant(long number) implements Lead {}

    /// The assistant handed over and no person has taken it yet.
    record ByNobody(long number) implements Lead {}

    /// @param subject of the person's token
    record ByPerson(long number, String subject, @Nullable String name) implements Lead {}

    /// How a conversation begins.
    static Lead atStart() {
        return new ByAssistant(1);
    }

    default Leader leader() {
        return switch (this) {
            case ByAssistant _ -> Leader.assistant();
            case ByNobody _ -> Leader.nobody();
            case ByPerson person -> Leader.person(person.subject(), person.name());
        };
    }

    default boolean isPerson(String subject) {
        return this instanceof ByPerson person && person.subject().equals(subject);
    }

    default boolean isAssistant() {
        return this instanceof ByAssistant;
    }
}
