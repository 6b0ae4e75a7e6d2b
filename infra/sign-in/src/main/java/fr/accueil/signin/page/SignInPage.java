package fr.accueil.signin.page;

import fr.accueil.signin.provider.ProviderSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.SessionAttribute;

@Controller
class SignInPage {

    /// What was typed before the password turned out wrong, so that it need not be typed again.
    static final String TYPED_EMAIL = "typed-email";

    private final ProviderSettings settings;

    SignInPage(ProviderSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/")
    String home() {
        return "redirect:" + settings.dashboard();
    }

    @GetMapping("/sign-in")
    String show(@SessionAttribute(name = TYPED_EMAIL, required = false) @Nullable String email, Model model) {
        model.addAttribute("email", email);
        return "sign-in";
    }
}
