package fr.accueil.router.trial;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param text what a customer would write
/// @param before what they would have written before it, oldest first
record TryRequest(
        @NotBlank(message = "Écrivez une question.") @Size(max = 4096, message = "4 096 caractères au plus.")
        String text,

        @Nullable @Size(max = 10, message = "10 messages précédents au plus.")
        List<
                        @NotBlank(message = "Un message précédent est vide.")
                        @Size(max = 4096, message = "4 096 caractères au plus.") String>
                before) {

    List<String> earlier() {
        return before == null ? List.of() : before;
    }
}
