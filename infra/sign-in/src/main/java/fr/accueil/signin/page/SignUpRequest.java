package fr.accueil.signin.page;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;

record SignUpRequest(
        @NotBlank(message = "Dites-nous comment vous vous appelez.")
        @Size(max = 80, message = "Ce nom est un peu long : 80 caractères au plus.")
        String name,

        @NotBlank(message = "Indiquez votre adresse e-mail.")
        @Email(message = "Cette adresse e-mail ne semble pas complète.")
        @Size(max = 254, message = "Cette adresse e-mail est trop longue.")
        String email,

        @Size(min = 10, message = "Choisissez au moins 10 caractères.")
        String password) {

    SignUpRequest {
        name = requireNonNullElse(name, "");
        email = requireNonNullElse(email, "").strip();
        password = requireNonNullElse(password, "");
    }

    static SignUpRequest empty() {
        return new SignUpRequest("", "", "");
    }

    /// bcrypt reads 72 bytes and no more.
    boolean hasTooLongAPassword() {
        return password.getBytes(StandardCharsets.UTF_8).length > 72;
    }
}
