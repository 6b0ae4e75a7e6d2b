package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// @param ids of all FAQs, in the order that they shall have
record FaqOrderRequest(
        @NotNull(message = "Donnez l'ordre des questions.")
        @Size(max = EditFaqs.AT_MOST, message = "Trop de questions.")
        List<@NotNull(message = "Une question manque.") FaqId> ids) {}
