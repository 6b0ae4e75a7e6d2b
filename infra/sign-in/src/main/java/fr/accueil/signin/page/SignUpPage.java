package fr.accueil.signin.page;

import static java.util.Objects.requireNonNull;

import fr.accueil.signin.people.People;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/// Who signs up is signed in, and goes on to where they were going.
@Controller
class SignUpPage {

    private static final String FORM = "sign-up";

    private final People people;
    private final TokenBasedRememberMeServices remembering;
    private final SavedRequestAwareAuthenticationSuccessHandler onwards;

    SignUpPage(
            People people,
            TokenBasedRememberMeServices remembering,
            SavedRequestAwareAuthenticationSuccessHandler onwards) {
        this.people = people;
        this.remembering = remembering;
        this.onwards = onwards;
    }

    @GetMapping("/sign-up")
    String show(Model model) {
        model.addAttribute("person", SignUpRequest.empty());
        return FORM;
    }

    /// @return the form again when something is to be mended, else nothing: the answer is a redirect
    @PostMapping("/sign-up")
    @Nullable
    String signUp(
            @Valid @ModelAttribute("person") SignUpRequest person,
            BindingResult mistakes,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (person.hasTooLongAPassword()) {
            mistakes.rejectValue("password", "long", "Ce mot de passe est trop long : 72 caractères au plus.");
        }
        if (!mistakes.hasErrors()
                && people.signUp(person.name(), person.email(), person.password())
                        .isEmpty()) {
            mistakes.rejectValue("email", "taken", "Un compte existe déjà avec cette adresse : connectez-vous.");
        }
        if (mistakes.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return FORM;
        }
        signIn(person, request, response);
        return null;
    }

    private void signIn(SignUpRequest person, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.changeSessionId();
        request.login(person.email(), person.password());
        var signedIn = requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        remembering.loginSuccess(request, response, signedIn);
        onwards.onAuthenticationSuccess(request, response, signedIn);
    }
}
