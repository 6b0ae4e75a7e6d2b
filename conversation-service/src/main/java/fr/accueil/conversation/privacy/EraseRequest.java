package fr.accueil.conversation.privacy;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// @param note why, such as who asked for it and when; without the customer's name, since it is kept
record EraseRequest(
        @Size(max = 500, message = "La note dépasse 500 caractères.") @Nullable
        String note) {

    @Nullable
    String said() {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
