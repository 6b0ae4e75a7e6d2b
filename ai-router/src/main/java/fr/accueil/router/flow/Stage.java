package fr.accueil.router.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.accueil.events.MessageId;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.Language;
import java.time.Instant;
import java.util.List;

/// How far a booking has come.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Stage.Asking.class, name = "asking"),
    @JsonSubTypes.Type(value = Stage.Choosing.class, name = "choosing"),
    @JsonSubTypes.Type(value = Stage.Confirming.class, name = "confirming"),
    @JsonSubTypes.Type(value = Stage.Waiting.class, name = "waiting")
})
public sealed interface Stage {

    /// Something is missing.
    record Asking(Asked asked) implements Stage {}

    /// Free slots were proposed.
    record Choosing(List<Instant> proposed) implements Stage {

        public Choosing {
            proposed = List.copyOf(proposed);
        }
    }

    /// All was read back.
    record Confirming() implements Stage {}

    /// conversation-service was asked, and has not answered yet.
    ///
    /// @param answers the customer's messages that its answer will settle
    record Waiting(List<MessageId> answers, Language language) implements Stage {

        public Waiting {
            answers = List.copyOf(answers);
        }
    }
}
