package fr.accueil.signin.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.accueil.signin.people.People;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.RememberMeAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/// The protocol's endpoints. A browser that signed in is remembered by a signed cookie too, so that a restart of this
/// process, which forgets its sessions, asks nobody for a password.
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    static final String SIGN_IN = "/sign-in";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(
            HttpSecurity http,
            TokenBasedRememberMeServices remembering,
            LenientLogout forgotten,
            RegisteredClientRepository clients) {
        var logout = new OidcLogoutAuthenticationSuccessHandler();
        logout.setLogoutHandler(new CompositeLogoutHandler(new SecurityContextLogoutHandler(), remembering));
        var refreshing = new RefreshingClient(clients);
        return http.oauth2AuthorizationServer(provider -> {
                    http.securityMatcher(provider.getEndpointsMatcher());
                    provider.clientAuthentication(
                            it -> it.authenticationConverter(refreshing).authenticationProvider(refreshing));
                    provider.oidc(oidc -> oidc.logoutEndpoint(
                            it -> it.logoutResponseHandler(logout).errorResponseHandler(forgotten)));
                })
                .authorizeHttpRequests(requests -> requests.requestMatchers(ProviderConfiguration::mayNotShowAPage)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(recognizing(remembering), SecurityContextHolderFilter.class)
                .cors(Customizer.withDefaults())
                .exceptionHandling(it -> it.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SIGN_IN), htmlPages()))
                .build();
    }

    @Bean
    AuthorizationServerSettings provider(ProviderSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    OAuth2TokenGenerator<?> tokens(JWKSource<SecurityContext> signingKeys, TokenClaims claims) {
        var signed = new JwtGenerator(new NimbusJwtEncoder(signingKeys));
        signed.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(signed, new RefreshTokens());
    }

    @Bean
    TokenBasedRememberMeServices remembering(ProviderSettings settings, ServerProperties server, People people) {
        var remembering = new TokenBasedRememberMeServices(Keys.rememberMeKey(settings), people);
        remembering.setAlwaysRemember(true);
        remembering.setTokenValiditySeconds((int) settings.rememberedFor().toSeconds());
        remembering.setCookieName("accueil-remembered-" + server.getPort());
        remembering.setAuthoritiesMapper(ProviderConfiguration::asIfJustSignedIn);
        return remembering;
    }

    /// The dashboard's script reads discovery, keys, tokens and the person from another origin.
    @Bean("corsConfigurationSource")
    CorsConfigurationSource dashboardsMayRead(ProviderSettings settings) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(settings.origins());
        cors.setAllowedMethods(List.of("GET", "POST"));
        cors.setAllowedHeaders(List.of("*"));
        var source = new UrlBasedCorsConfigurationSource();
        for (var path : List.of("/.well-known/**", "/oauth2/token", "/oauth2/revoke", "/oauth2/jwks", "/userinfo")) {
            source.registerCorsConfiguration(path, cors);
        }
        return source;
    }

    /// Spring's own place for this filter comes after the one that answers `prompt=none`, where a remembered person
    /// would count as nobody.
    private static RememberMeAuthenticationFilter recognizing(TokenBasedRememberMeServices remembering) {
        var authentication = new ProviderManager(new RememberMeAuthenticationProvider(remembering.getKey()));
        var recognizing = new RememberMeAuthenticationFilter(authentication, remembering);
        recognizing.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        return recognizing;
    }

    /// ID tokens say when a person signed in, which Spring reads from the factor; a cookie has none.
    private static Collection<GrantedAuthority> asIfJustSignedIn(Collection<? extends GrantedAuthority> authorities) {
        var signedIn = new ArrayList<GrantedAuthority>(authorities);
        signedIn.add(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(Instant.now())
                .build());
        return signedIn;
    }

    /// With `prompt=none` nobody is there to sign in: the endpoint itself then answers `login_required`.
    private static boolean mayNotShowAPage(HttpServletRequest request) {
        return request.getRequestURI().equals("/oauth2/authorize") && "none".equals(request.getParameter("prompt"));
    }

    private static MediaTypeRequestMatcher htmlPages() {
        return new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    }
}
