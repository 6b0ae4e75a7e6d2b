package fr.accueil.conversation.readyfaq;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// The ready FAQs of the business's trade.
///
/// @param items in the order in which they are saved
public record ReadyPage(List<ReadyFaqView> items) {

    /// @param key by which it is chosen
    /// @param answer with its blanks filled, as far as they can be
    /// @param missing what the business has not said of itself yet
    public record ReadyFaqView(
            String key,
            String question,
            String answer,
            List<String> variants,
            String category,
            State state,
            List<Blank> missing) {}

    /// What becomes of one.
    public enum State {
        /// It can be saved.
        @JsonProperty("ready")
        READY,
        /// It was just saved.
        @JsonProperty("saved")
        SAVED,
        /// It, or the same question, is there already.
        @JsonProperty("there")
        THERE,
        /// Something is missing.
        @JsonProperty("incomplete")
        INCOMPLETE
    }
}
