package fr.accueil.conversation.team;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// Who is signed in, as the token of the sign-in provider says.
///
/// @param emailVerified whether the provider knows that the address is theirs
public record SignedIn(
        String subject, @Nullable String name, @Nullable String email, boolean emailVerified) {

    public static SignedIn of(JwtAuthenticationToken token) {
        var claims = token.getToken();
        return new SignedIn(
                token.getName(), textOf(claims, "name"), textOf(claims, "email"), isTrue(claims, "email_verified"));
    }

    /// The address, in lower case, when it is certain that it is theirs.
    public Optional<String> verifiedEmail() {
        return Optional.ofNullable(email)
                .filter(_ -> emailVerified)
                .map(it -> it.strip().toLowerCase(Locale.ROOT));
    }

    /// Them as one of a team.
    public Member as(TenantId tenant, Role role) {
        return new Member(tenant, subject, nameAs(role), email == null ? "" : email, role);
    }

    private String nameAs(Role role) {
        if (name != null) {
            return name;
        }
        if (email != null) {
            return email.substring(0, Math.max(email.indexOf('@'), 0));
        }
        return role == Role.OWNER ? "Gérant" : "Collègue";
    }

    private static @Nullable String textOf(Jwt claims, String claim) {
        var text = claims.getClaimAsString(claim);
        return text == null || text.isBlank() ? null : text;
    }

    /// Providers say it as a truth value or as its word.
    private static boolean isTrue(Jwt claims, String claim) {
        return Boolean.parseBoolean(String.valueOf(claims.getClaims().get(claim)));
    }
}
