package fr.accueil.signin.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/// A public client that asks for new tokens with a refresh token, where there is no code verifier that would prove
/// it: the single-use token is the proof.
class RefreshingClient implements AuthenticationConverter, AuthenticationProvider {

    private static final String GRANT = AuthorizationGrantType.REFRESH_TOKEN.getValue();

    private final RegisteredClientRepository clients;

    RefreshingClient(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var client = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        var refreshes = GRANT.equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
        if (!refreshes || client == null || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return null;
        }
        return new OAuth2ClientAuthenticationToken(
                client, ClientAuthenticationMethod.NONE, null, Map.of(OAuth2ParameterNames.GRANT_TYPE, GRANT));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asking) {
        var request = (OAuth2ClientAuthenticationToken) asking;
        if (!GRANT.equals(request.getAdditionalParameters().get(OAuth2ParameterNames.GRANT_TYPE))) {
            return null;
        }
        var client = clients.findByClientId(request.getName());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
