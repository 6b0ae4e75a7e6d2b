package fr.accueil.conversation.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditEntry;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.conversation.team.Me;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.platform.database.TenantTransaction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class InvitationTest extends ServiceTest {

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    private final String nadia = "nadia-" + Ids.next();
    private final String email = nadia + "@exemple.fr";
    private Salon salon;

    @BeforeEach
    void a_salon() {
        salon = aSalon();
    }

    @Test
    void who_is_invited_joins_with_the_address_that_they_have_confirmed() {
        var invited = invited(invite(salon, " " + email.toUpperCase(Locale.ROOT) + " ", "agent"));
        assertThat(invited.email()).isEqualTo(email);
        assertThat(invited.invitedBy()).isEqualTo("Sophie Camélia");
        assertThat(invited.link()).isEqualTo(URI.create("http://localhost:8080/onboarding/invitation"));
        assertThat(Duration.between(invited.createdAt(), invited.expiresAt())).isEqualTo(Duration.ofDays(14));
        assertThat(me().workspaces()).isEmpty();
        assertThat(me().invitations())
                .containsExactly(new Me.OpenInvitation(salon.tenant().name(), Role.AGENT, "Sophie Camélia"));

        var joined = joined(accept(token()));

        assertThat(joined).extracting(Me.Workspace::id).containsExactly(salon.id());
        assertThat(joined.getFirst().role()).isEqualTo(Role.AGENT);
        assertThat(me().workspaces()).isEqualTo(joined);
        assertThat(me().invitations()).isEmpty();
        assertThat(pending()).isEmpty();
        var told =
                events.await(Topic.TEAM, MemberSaved.class, it -> it.subject().equals(nadia));
        assertThat(told).isEqualTo(new MemberSaved(salon.id(), nadia, "Nadia B.", email, Role.AGENT));
        assertThat(audited())
                .extracting(it -> it.action() + " " + it.personName() + " " + it.label())
                .containsExactly(
                        Action.MEMBER_JOINED + " Nadia B. Nadia B.",
                        Action.MEMBER_INVITED + " Sophie Camélia " + email);
    }

    @Test
    void whoever_has_not_confirmed_the_address_hears_of_nothing_and_joins_nothing() {
        invited(invite(salon, email, "owner"));
        var unverified = tokens.bearerForUnverified(nadia, "Nadia B.", email);

        assertThat(me(unverified).invitations()).isEmpty();
        accept(unverified)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Adresse e-mail à confirmer");

        assertThat(me().workspaces()).isEmpty();
        assertThat(pending()).hasSize(1);
    }

    @Test
    void another_address_joins_nothing() {
        invited(invite(salon, email, "owner"));
        var other = tokens.bearerFor("paul-" + Ids.next(), "Paul", "x" + email);

        assertThat(me(other).invitations()).isEmpty();
        assertThat(joined(accept(other))).isEmpty();
        assertThat(pending()).hasSize(1);
    }

    @Test
    void all_that_have_invited_an_address_are_joined_at_once_and_accepting_again_changes_nothing() {
        var martin = aSalon();
        invited(invite(salon, email, "agent"));
        invited(invite(martin, email, "owner"));

        assertThat(joined(accept(token())))
                .extracting(Me.Workspace::id)
                .containsExactlyInAnyOrder(salon.id(), martin.id());
        assertThat(joined(accept(token()))).isEmpty();
        assertThat(me().workspaces()).hasSize(2);
    }

    @Test
    void accepting_twice_at_the_same_time_joins_once() {
        invited(invite(salon, email, "agent"));

        var both = List.of(
                CompletableFuture.supplyAsync(() -> joined(accept(token()))),
                CompletableFuture.supplyAsync(() -> joined(accept(token()))));

        assertThat(both.stream().map(CompletableFuture::join).flatMap(List::stream))
                .hasSize(1);
        assertThat(audited().stream().filter(it -> it.action() == Action.MEMBER_JOINED))
                .hasSize(1);
    }

    @Test
    void an_address_that_is_invited_again_keeps_its_invitation_as_what_was_said_last() {
        var first = invited(invite(salon, email, "agent"));
        setExpiry("now()");
        assertThat(me().invitations()).isEmpty();
        assertThat(pending()).hasSize(1);

        var again = invited(invite(salon, email, "owner"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.expiresAt()).isAfterOrEqualTo(first.expiresAt());
        assertThat(pending()).containsExactly(again);
        assertThat(me().invitations()).extracting(Me.OpenInvitation::role).containsExactly(Role.OWNER);
    }

    @Test
    void what_has_expired_or_was_revoked_can_no_longer_be_accepted() {
        invited(invite(salon, email, "agent"));
        setExpiry("now() - interval '1 second'");
        assertThat(joined(accept(token()))).isEmpty();

        var again = invited(invite(salon, email, "agent"));
        revoke(again).expectStatus().isNoContent();
        revoke(again).expectStatus().isNotFound();
        assertThat(joined(accept(token()))).isEmpty();
        assertThat(pending()).isEmpty();
        assertThat(audited().getFirst().action()).isEqualTo(Action.INVITATION_REVOKED);

        var fresh = invited(invite(salon, email, "agent"));
        assertThat(fresh.id()).isNotEqualTo(again.id());
        assertThat(joined(accept(token()))).hasSize(1);
        revoke(fresh).expectStatus().isNotFound();
    }

    @Test
    void who_is_in_the_team_already_keeps_their_role_and_is_not_invited() {
        invite(salon, "Lea@Camelia.example", "owner")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("email");
        invited(invite(salon, email, "owner"));
        var lea = tokens.bearerFor(salon.lea().subject(), "Léa Moreau", email);

        assertThat(joined(accept(lea))).extracting(Me.Workspace::role).containsExactly(Role.AGENT);
        assertThat(pending()).isEmpty();
    }

    @Test
    void nobody_invites_strangers_without_end() {
        for (int i = 0; i < 50; i++) {
            invited(invite(salon, i + email, "agent"));
        }

        invite(salon, email, "agent").expectStatus().isEqualTo(409);
        invite(salon, "0" + email, "agent").expectStatus().isCreated();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"email":" ","role":"agent"}             | email
                {"role":"agent"}                         | email
                {"email":"nadia","role":"agent"}         | email
                {"email":"nadia@exemple","role":"agent"} | email
                {"email":"na dia@a.fr","role":"agent"}   | email
                {"email":"nadia@exemple.fr"}             | role
                """)
    void what_is_wrong_is_said_by_its_field_and_nobody_is_invited(String body, String field) {
        salon.asSophie(HttpMethod.POST, "/api/invitations")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);

        assertThat(pending()).isEmpty();
    }

    private void setExpiry(String when) {
        transaction
                .in(
                        salon.id(),
                        database.sql("update invitation set expires_at = " + when)
                                .then())
                .block(PATIENCE);
    }

    private ResponseSpec invite(Salon by, String whom, String role) {
        return by.asSophie(HttpMethod.POST, "/api/invitations")
                .bodyValue("{\"email\":\"%s\",\"role\":\"%s\"}".formatted(whom, role))
                .exchange();
    }

    private static InvitationView invited(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isCreated()
                .expectBody(InvitationView.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec revoke(InvitationView invitation) {
        return salon.asSophie(HttpMethod.DELETE, "/api/invitations/{id}", invitation.id())
                .exchange();
    }

    private List<InvitationView> pending() {
        return body(salon.asSophie(HttpMethod.GET, "/api/invitations").exchange(), InvitationPage.class)
                .items();
    }

    private List<AuditEntry> audited() {
        return body(salon.asSophie(HttpMethod.GET, "/api/audit").exchange(), AuditPage.class)
                .items();
    }

    private String token() {
        return tokens.bearerFor(nadia, "Nadia B.", email);
    }

    private ResponseSpec accept(String token) {
        return as(token, HttpMethod.POST, "/api/invitations/accept");
    }

    private static List<Me.Workspace> joined(ResponseSpec response) {
        return body(response, Joined.class).workspaces();
    }

    private Me me() {
        return me(token());
    }

    private Me me(String token) {
        return body(as(token, HttpMethod.GET, "/api/me"), Me.class);
    }

    private ResponseSpec as(String token, HttpMethod method, String path) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .exchange();
    }

    private static <T> T body(ResponseSpec response, Class<T> type) {
        return Objects.requireNonNull(
                response.expectStatus().isOk().expectBody(type).returnResult().getResponseBody());
    }
}
