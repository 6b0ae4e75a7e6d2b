package fr.accueil.simulator.phone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// @param address a number of its own, like `+33639980050`; without one it gets the next free one
/// @param hidesNumber true for a customer that is known by a WhatsApp user id alone
record AddPhoneRequest(
        @NotBlank String name,

        @Pattern(regexp = "(whatsapp:)?\\+?[1-9]\\d{6,14}") @Nullable
        String address,

        @Nullable Boolean hidesNumber) {

    boolean isHidden() {
        return Boolean.TRUE.equals(hidesNumber);
    }
}
