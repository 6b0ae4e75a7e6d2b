package fr.accueil.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.conversation.membership.MemberView;
import fr.accueil.conversation.membership.TeamPage;
import fr.accueil.conversation.team.Me;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.SaveMember;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;

/// Clerk's tokens and webhooks, in its shape and signed as Svix signs them; Clerk itself was not asked.
class ClerkTest extends ServiceTest {

    @Autowired
    SaveMember save;

    @Autowired
    FollowPerson follow;

    private final String nadia = "user_" + Ids.next();
    private Salon salon;
    private Salon martin;

    /// Nadia is an agent at one business, and owns another beside Sophie.
    @BeforeEach
    void two_businesses() {
        salon = aSalon();
        martin = aSalon();
        save.save(new Member(salon.id(), nadia, "Nadia B.", "nadia@exemple.fr", Role.AGENT))
                .block(PATIENCE);
        save.save(new Member(martin.id(), nadia, "Nadia B.", "nadia@exemple.fr", Role.OWNER))
                .block(PATIENCE);
    }

    @Test
    void who_signs_in_with_clerk_sees_their_workspaces() {
        var me = me(tokens.bearerOfClerk(nadia, "Nadia B.", "nadia@exemple.fr", DASHBOARD, "active"))
                .expectStatus()
                .isOk()
                .expectBody(Me.class)
                .returnResult()
                .getResponseBody();

        assertThat(Objects.requireNonNull(me).workspaces())
                .extracting(Me.Workspace::id)
                .containsExactlyInAnyOrder(salon.id(), martin.id());
        me(tokens.bearerOfClerk(nadia, "Nadia B.", "nadia@exemple.fr", "https://evil.example", "active"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void a_new_name_and_address_are_known_in_every_workspace_and_told() {
        webhook("msg_" + Ids.next(), updated("Nadia", "Benali", "nadia.benali@exemple.fr", 2000))
                .expectStatus()
                .isNoContent();

        for (var business : new Salon[] {salon, martin}) {
            var known = of(business, nadia);
            assertThat(known.name()).isEqualTo("Nadia Benali");
            assertThat(known.email()).isEqualTo("nadia.benali@exemple.fr");
            events.await(
                    Topic.TEAM,
                    MemberSaved.class,
                    it -> it.tenant().equals(business.id()) && it.name().equals("Nadia Benali"));
        }
        assertThat(of(salon, nadia).role()).isEqualTo(Role.AGENT);
        assertThat(of(martin, nadia).role()).isEqualTo(Role.OWNER);
    }

    @Test
    void what_is_sent_twice_or_late_changes_nothing() {
        var first = "msg_" + Ids.next();
        webhook(first, updated("Nadia", "Benali", "nadia@exemple.fr", 2000))
                .expectStatus()
                .isNoContent();
        webhook("msg_" + Ids.next(), updated("Nadia", "Martin", "nadia@exemple.fr", 3000))
                .expectStatus()
                .isNoContent();
        var version = of(salon, nadia).version();

        webhook(first, updated("Nadia", "Benali", "nadia@exemple.fr", 2000))
                .expectStatus()
                .isNoContent();
        webhook("msg_" + Ids.next(), updated("Nadia", "Benali", "nadia@exemple.fr", 2500))
                .expectStatus()
                .isNoContent();

        assertThat(of(salon, nadia).name()).isEqualTo("Nadia Martin");
        assertThat(of(salon, nadia).version()).isEqualTo(version);
    }

    @Test
    void who_has_no_name_there_keeps_the_one_that_the_team_knows() {
        webhook("msg_" + Ids.next(), """
                {"type":"user.updated","data":{"id":"%s","first_name":null,"last_name":null,"email_addresses":[],
                 "primary_email_address_id":null,"updated_at":2000}}""".formatted(nadia)).expectStatus().isNoContent();

        assertThat(of(salon, nadia).name()).isEqualTo("Nadia B.");
        assertThat(of(salon, nadia).email()).isEqualTo("nadia@exemple.fr");
    }

    @Test
    void whose_account_is_deleted_is_in_no_team_any_more() {
        webhook("msg_" + Ids.next(), deleted(nadia)).expectStatus().isNoContent();

        for (var business : new Salon[] {salon, martin}) {
            assertThat(team(business).items()).extracting(MemberView::subject).doesNotContain(nadia);
            events.awaitTombstone(Topic.TEAM, business.id() + ":" + nadia);
        }
        var audited = salon.asSophie(HttpMethod.GET, "/api/audit")
                .exchange()
                .expectBody(AuditPage.class)
                .returnResult()
                .getResponseBody();
        var entry = Objects.requireNonNull(audited).items().getFirst();
        assertThat(entry.action()).isEqualTo(Action.MEMBER_REMOVED);
        assertThat(entry.personName()).isEqualTo("Nadia B.");
    }

    @Test
    void the_last_owner_is_kept_and_leaves_the_other_teams() {
        martin.as(
                        new Member(martin.id(), nadia, "Nadia B.", "", Role.OWNER),
                        HttpMethod.DELETE,
                        "/api/agents/{s}",
                        martin.sophie().subject())
                .exchange()
                .expectStatus()
                .isNoContent();

        webhook("msg_" + Ids.next(), deleted(nadia)).expectStatus().isNoContent();

        assertThat(team(salon).items()).extracting(MemberView::subject).doesNotContain(nadia);
        me(tokens.bearerFor(nadia, "Nadia B.", "nadia@exemple.fr"))
                .expectBody()
                .jsonPath("$.workspaces.length()")
                .isEqualTo(1)
                .jsonPath("$.workspaces[0].id")
                .isEqualTo(martin.id().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"user.created\",\"data\":{\"id\":\"user_1\"}}",
                "{\"type\":\"session.ended\",\"data\":{\"id\":\"sess_1\"}}",
                "{\"type\":\"user.deleted\",\"data\":{\"id\":\"user_nobody\",\"deleted\":true}}",
                "{}"
            })
    void what_does_not_concern_us_is_thanked_for(String body) {
        webhook("msg_" + Ids.next(), body).expectStatus().isNoContent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{\"type\":\"user.deleted\",\"data\":{}}",
                "{\"type\":\"user.updated\",\"data\":{\"id\":\"user_1\"}}"
            })
    void what_is_signed_and_unreadable_is_refused(String body) {
        webhook("msg_" + Ids.next(), body).expectStatus().isBadRequest();
    }

    @Test
    void what_nobody_proves_changes_nothing() {
        var now = Long.toString(Instant.now().getEpochSecond());
        var old = Long.toString(Instant.now().getEpochSecond() - 400);
        post("msg_1", now, "v1,AAAA", deleted(nadia)).expectStatus().isUnauthorized();
        post("msg_1", old, sign("msg_1", old, deleted(nadia)), deleted(nadia))
                .expectStatus()
                .isUnauthorized();
        post("msg_1", now, sign("msg_2", now, deleted(nadia)), deleted(nadia))
                .expectStatus()
                .isUnauthorized();
        http.post()
                .uri("/api/webhooks/clerk")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(deleted(nadia))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Signature incorrecte");

        assertThat(of(salon, nadia).name()).isEqualTo("Nadia B.");
    }

    @Test
    void where_no_secret_is_configured_there_is_no_such_address() {
        new ClerkController(new ClerkSettings(""), follow, Clock.systemUTC())
                .hear("msg_1", "1", "v1,AAAA", new byte[0])
                .as(StepVerifier::create)
                .verifyError(ClerkUnused.class);
    }

    private String updated(String first, String last, String email, long at) {
        return """
                {"type":"user.updated","object":"event","data":{"id":"%s","first_name":"%s","last_name":"%s",
                 "email_addresses":[{"id":"idn_0","email_address":"old@exemple.fr"},{"id":"idn_1","email_address":"%s"}],
                 "primary_email_address_id":"idn_1","updated_at":%d}}""".formatted(nadia, first, last, email, at);
    }

    private static String deleted(String subject) {
        return "{\"type\":\"user.deleted\",\"data\":{\"id\":\"%s\",\"object\":\"user\",\"deleted\":true}}"
                .formatted(subject);
    }

    private ResponseSpec webhook(String id, String body) {
        var now = Long.toString(Instant.now().getEpochSecond());
        return post(id, now, sign(id, now, body), body);
    }

    private ResponseSpec post(String id, String timestamp, String signature, String body) {
        return http.post()
                .uri("/api/webhooks/clerk")
                .header("svix-id", id)
                .header("svix-timestamp", timestamp)
                .header("svix-signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String sign(String id, String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(WEBHOOK_SECRET.substring(6)), "HmacSHA256"));
            var signed = id + "." + timestamp + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private MemberView of(Salon business, String subject) {
        return team(business).items().stream()
                .filter(it -> it.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static TeamPage team(Salon business) {
        return Objects.requireNonNull(business.asSophie(HttpMethod.GET, "/api/agents")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(TeamPage.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec me(String token) {
        return http.get()
                .uri("/api/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }
}
