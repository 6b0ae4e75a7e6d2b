package fr.accueil.conversation.transcript;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// What a person writes to a customer.
record WriteRequest(
        @NotBlank(message = "Le message est vide.")
        @Size(max = MAX_LENGTH, message = "Le message dépasse 4096 caractères.")
        String body) {

    private static final int MAX_LENGTH = 4096;
}
