package fr.accueil.conversation.faq;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// @param keys of the ready FAQs that are wanted
record ReadyFaqsRequest(
        @NotNull(message = "Choisissez des questions.") @Size(max = 50, message = "Au plus cinquante questions.")
        List<@NotNull(message = "Une question manque.") String> keys) {}
