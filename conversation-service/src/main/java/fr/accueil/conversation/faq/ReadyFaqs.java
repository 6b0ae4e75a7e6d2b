package fr.accueil.conversation.faq;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// The ready FAQs of a trade, filled with what is known of a business.
public record ReadyFaqs(List<ReadyFaq> items) {

    /// @param key by which it is chosen
    /// @param answer with its blanks filled, as far as they can be
    /// @param missing what must be said of the business first
    /// @param saved whether the business has this question already
    public record ReadyFaq(
            String key,
            String category,
            String question,
            List<String> variants,
            String answer,
            List<Blank> missing,
            boolean saved) {}

    /// What a ready answer says of the business.
    public enum Blank {
        @JsonProperty("hours")
        HOURS,
        @JsonProperty("address")
        ADDRESS,
        @JsonProperty("prices")
        PRICES
    }
}
