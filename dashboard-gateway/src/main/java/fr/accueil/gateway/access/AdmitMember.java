package fr.accueil.gateway.access;

import fr.accueil.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/// Lets a person into the workspace that a request names.
@Component
public class AdmitMember {

    /// The header that names it.
    public static final String WORKSPACE = "X-Accueil-Workspace";

    private final Memberships memberships;

    AdmitMember(Memberships memberships) {
        this.memberships = memberships;
    }

    /// @param workspace as the header says it
    /// @throws SignInNeeded when the token has just ended
    /// @throws NotAMember as well when no workspace is named or its name is none
    public Member admit(Jwt token, @Nullable String workspace) {
        requireYoung(token);
        var tenant = toTenant(workspace);
        var subject = token.getSubject();
        if (subject == null || !memberships.has(tenant, subject)) {
            throw new NotAMember();
        }
        return new Member(tenant, subject, Objects.requireNonNullElse(token.getExpiresAt(), Instant.MAX));
    }

    /// The same for what a service will look at again itself: empty while nobody can tell.
    ///
    /// @param named all values of the header; several are none, since services might not choose the same
    /// @throws NotAMember of that workspace
    Optional<TenantId> tenantOf(Jwt token, List<String> named) {
        var tenant = toTenant(named.size() == 1 ? named.getFirst() : null);
        if (!memberships.areKnown()) {
            return Optional.empty();
        }
        return Optional.of(admit(token, tenant.toString()).tenant());
    }

    /// Whether they still belong there: asked again after everything that could have taken a moment.
    public boolean stillMember(Member member) {
        return memberships.has(member.tenant(), member.subject());
    }

    /// The decoder grants a minute; a stream that opened in it would end at once, and its browser come back at once.
    /// By the real time and not by our clock: it is the sign-in provider's time that stands in tokens.
    private static void requireYoung(Jwt token) {
        if (token.getExpiresAt() != null && !Instant.now().isBefore(token.getExpiresAt())) {
            throw new SignInNeeded(new CredentialsExpiredException("expired"));
        }
    }

    private static TenantId toTenant(@Nullable String workspace) {
        try {
            return TenantId.of(Objects.requireNonNullElse(workspace, ""));
        } catch (IllegalArgumentException _) {
            throw new NotAMember();
        }
    }
}
