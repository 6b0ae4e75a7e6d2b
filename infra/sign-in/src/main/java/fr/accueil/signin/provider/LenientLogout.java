package fr.accueil.signin.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.stereotype.Component;

/// After a restart nobody remembers the session that an ID token speaks of. Who asks to be signed out is signed out
/// all the same, and sent back where they came from if that is one of our pages.
@Component
class LenientLogout implements AuthenticationFailureHandler {

    private final ProviderSettings settings;
    private final TokenBasedRememberMeServices remembering;

    LenientLogout(ProviderSettings settings, TokenBasedRememberMeServices remembering) {
        this.settings = settings;
        this.remembering = remembering;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException forgotten)
            throws IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        new SecurityContextLogoutHandler().logout(request, response, signedIn);
        remembering.logout(request, response, signedIn);
        var wanted = request.getParameter("post_logout_redirect_uri");
        response.sendRedirect(settings.pages("/dashboard").contains(wanted) ? wanted : settings.dashboard());
    }
}
