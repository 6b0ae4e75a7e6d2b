package fr.accueil.signin.page;

import fr.accueil.signin.provider.ProviderSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/// The pages of people. Forms carry a CSRF token; one that has grown old leads back to the sign-in page with a
/// sentence.
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            TokenBasedRememberMeServices remembering,
            SavedRequestAwareAuthenticationSuccessHandler onwards,
            ProviderSettings settings) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/",
                                "/sign-in",
                                "/sign-up",
                                "/error",
                                "/style.css",
                                "/mark.svg",
                                "/fonts/*",
                                "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .successHandler(onwards)
                        .failureHandler(backToTheForm()))
                .requestCache(it -> it.requestCache(whereThePersonWasGoing()))
                .cors(Customizer.withDefaults())
                .rememberMe(it -> it.rememberMeServices(remembering).key(remembering.getKey()))
                .exceptionHandling(
                        it -> it.accessDeniedHandler((_, response, _) -> response.sendRedirect("/sign-in?expired")))
                .headers(headers -> headers.contentSecurityPolicy(it -> it.policyDirectives(
                        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                                + "form-action 'self' " + String.join(" ", settings.origins()))))
                .build();
    }

    /// Only the protocol's own requests are gone on with after signing in: what a browser fetches by itself meanwhile,
    /// an
    /// icon for example, must not take their place.
    private static HttpSessionRequestCache whereThePersonWasGoing() {
        var kept = new HttpSessionRequestCache();
        kept.setRequestMatcher(_ -> false);
        return kept;
    }

    /// To where the person was going, or else to the dashboard.
    @Bean
    SavedRequestAwareAuthenticationSuccessHandler onwards(ProviderSettings settings) {
        var onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        onwards.setDefaultTargetUrl(settings.dashboard());
        return onwards;
    }

    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder();
    }

    private static AuthenticationFailureHandler backToTheForm() {
        return (request, response, _) -> {
            request.getSession().setAttribute(SignInPage.TYPED_EMAIL, request.getParameter("email"));
            response.sendRedirect("/sign-in?error");
        };
    }
}
