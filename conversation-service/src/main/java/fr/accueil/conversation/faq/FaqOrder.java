package fr.accueil.conversation.faq;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/// @param ids of all FAQs, as they shall stand
record FaqOrder(
        @NotNull(message = "L'ordre des questions manque.")
        List<@NotNull(message = "Une question n'est pas nommée.") UUID> ids) {}
