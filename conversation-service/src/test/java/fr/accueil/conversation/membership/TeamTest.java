package fr.accueil.conversation.membership;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditEntry;
import fr.accueil.conversation.audit.AuditEntry.Change;
import fr.accueil.conversation.audit.AuditPage;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.ChangeEvent.Conversation;
import fr.accueil.events.Leader;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.Role;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class TeamTest extends ServiceTest {

    private Salon salon;
    private Member sophie;
    private Member lea;

    @BeforeEach
    void a_salon() {
        salon = aSalon();
        sophie = salon.sophie();
        lea = salon.lea();
    }

    @Test
    void everybody_sees_who_is_in_the_team() {
        for (var member : List.of(sophie, lea)) {
            assertThat(team(member)).extracting(MemberView::name).containsExactly("Sophie Camélia", "Léa Moreau");
        }
        var seen = of(lea);
        assertThat(seen.role()).isEqualTo(Role.AGENT);
        assertThat(seen.email()).isEqualTo("lea@camelia.example");
        assertThat(seen.joinedAt()).isNotNull();
    }

    @Test
    void an_agent_becomes_an_owner_and_every_service_and_the_audit_log_hear_of_it() {
        var after = body(give(lea, "owner", of(lea).version()), MemberView.class);

        assertThat(after.role()).isEqualTo(Role.OWNER);
        assertThat(of(lea)).isEqualTo(after);
        events.await(
                Topic.TEAM,
                MemberSaved.class,
                it -> it.tenant().equals(salon.id()) && it.subject().equals(lea.subject()) && it.role() == Role.OWNER);
        var entry = audited().getFirst();
        assertThat(entry.action()).isEqualTo(Action.MEMBER_CHANGED);
        assertThat(entry.label()).isEqualTo("Léa Moreau");
        assertThat(entry.changes()).containsExactly(new Change("role", "agent", "owner"));
    }

    @Test
    void of_two_who_change_the_same_person_the_second_is_told() {
        var seen = of(lea).version();
        give(lea, "owner", seen).expectStatus().isOk();

        give(lea, "agent", seen)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Modifié entre-temps");

        assertThat(of(lea).role()).isEqualTo(Role.OWNER);
    }

    @Test
    void giving_the_role_that_somebody_has_changes_nothing() {
        var before = of(lea);

        assertThat(body(give(lea, "agent", before.version()), MemberView.class)).isEqualTo(before);
        assertThat(audited()).isEmpty();
    }

    @Test
    void the_last_owner_stays_and_stays_an_owner() {
        for (var refused : List.of(
                give(sophie, "agent", of(sophie).version()), remove(sophie, sophie.subject()), remove(sophie, "me"))) {
            refused.expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.title")
                    .isEqualTo("Dernier gérant");
        }

        assertThat(of(sophie).role()).isEqualTo(Role.OWNER);
        assertThat(audited()).isEmpty();
    }

    @Test
    void two_owners_who_make_agents_of_each_other_at_once_leave_one() {
        for (int i = 0; i < 5; i++) {
            give(lea, "owner", of(lea).version()).expectStatus().isOk();
            var leas = of(lea).version();
            var sophies = of(sophie).version();

            var both = List.of(
                    CompletableFuture.supplyAsync(() -> status(give(lea, "agent", leas))),
                    CompletableFuture.supplyAsync(
                            () -> status(salon.as(lea, HttpMethod.PUT, "/api/agents/{subject}", sophie.subject())
                                    .bodyValue(role("agent", sophies))
                                    .exchange())));

            assertThat(both.stream().map(CompletableFuture::join).filter(it -> it == 200))
                    .hasSize(1);
            var owners =
                    team(lea).stream().filter(it -> it.role() == Role.OWNER).toList();
            assertThat(owners).hasSize(1);
            if (owners.getFirst().subject().equals(lea.subject())) {
                salon.as(lea, HttpMethod.PUT, "/api/agents/{subject}", sophie.subject())
                        .bodyValue(role("owner", of(sophie).version()))
                        .exchange()
                        .expectStatus()
                        .isOk();
                give(lea, "agent", of(lea).version()).expectStatus().isOk();
            }
        }
    }

    @Test
    void who_is_removed_is_in_no_way_there_any_more() {
        remove(sophie, lea.subject()).expectStatus().isNoContent();

        assertThat(team(sophie)).extracting(MemberView::subject).containsExactly(sophie.subject());
        salon.as(lea, HttpMethod.GET, "/api/conversations")
                .exchange()
                .expectStatus()
                .isForbidden();
        events.awaitTombstone(Topic.TEAM, salon.id() + ":" + lea.subject());
        var entry = audited().getFirst();
        assertThat(entry.action()).isEqualTo(Action.MEMBER_REMOVED);
        assertThat(entry.personName()).isEqualTo("Sophie Camélia");
        assertThat(entry.label()).isEqualTo("Léa Moreau");
        remove(sophie, lea.subject()).expectStatus().isNotFound();
    }

    @Test
    void anybody_may_leave_and_nobody_but_an_owner_removes() {
        remove(lea, sophie.subject()).expectStatus().isForbidden();

        remove(lea, "me").expectStatus().isNoContent();

        assertThat(team(sophie)).hasSize(1);
        assertThat(audited().getFirst().personName()).isEqualTo("Léa Moreau");
    }

    @Test
    void what_they_led_awaits_a_person_and_the_assistant_stays_silent() {
        var marie = salon.marie();
        marie.says("Bonjour");
        var paul = salon.thread("Paul R.", "+33639980055");
        paul.says("Bonsoir");
        takeOver(lea, marie.id());
        takeOver(sophie, paul.id());

        remove(sophie, lea.subject()).expectStatus().isNoContent();

        var row = marie.awaitRow(Conversation::awaitingPerson);
        assertThat(row.leader()).isEqualTo(Leader.nobody());
        assertThat(row.leaderNumber()).isEqualTo(3);
        assertThat(row.handoverReason()).isNull();
        assertThat(marie.row()).isEqualTo(row);
        events.await(
                Topic.OUTBOUND, LeadChanged.class, it -> it.equals(new LeadChanged(marie.id(), 3, Leader.nobody())));
        assertThat(paul.row().leader().person()).isEqualTo(sophie.subject());
        takeOver(sophie, marie.id());
        assertThat(marie.row().awaitingPerson()).isFalse();
    }

    @Test
    void what_is_wrong_is_said_by_its_field() {
        salon.asSophie(HttpMethod.PUT, "/api/agents/{subject}", lea.subject())
                .bodyValue("{\"version\":1}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("role");
        give(lea, "boss", 1).expectStatus().isBadRequest();
    }

    private void takeOver(Member member, Object conversation) {
        salon.as(member, HttpMethod.POST, "/api/conversations/{id}/takeover", conversation)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private ResponseSpec give(Member member, String role, long version) {
        return salon.asSophie(HttpMethod.PUT, "/api/agents/{subject}", member.subject())
                .bodyValue(role(role, version))
                .exchange();
    }

    private static String role(String role, long version) {
        return "{\"role\":\"%s\",\"version\":%d}".formatted(role, version);
    }

    private ResponseSpec remove(Member by, String whom) {
        return salon.as(by, HttpMethod.DELETE, "/api/agents/{subject}", whom).exchange();
    }

    private MemberView of(Member member) {
        return team(member).stream()
                .filter(it -> it.subject().equals(member.subject()))
                .findFirst()
                .orElseThrow();
    }

    private List<MemberView> team(Member member) {
        return body(salon.as(member, HttpMethod.GET, "/api/agents").exchange(), TeamPage.class)
                .items();
    }

    private List<AuditEntry> audited() {
        return body(salon.asSophie(HttpMethod.GET, "/api/audit").exchange(), AuditPage.class)
                .items();
    }

    private static int status(ResponseSpec response) {
        return response.expectBody().returnResult().getStatus().value();
    }

    private static <T> T body(ResponseSpec response, Class<T> type) {
        return Objects.requireNonNull(
                response.expectStatus().isOk().expectBody(type).returnResult().getResponseBody());
    }
}
