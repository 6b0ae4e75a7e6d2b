package fr.accueil.conversation.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Received;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.LeadCaptured;
import fr.accueil.events.ChangeEvent.AttachmentState;
import fr.accueil.events.ChangeEvent.LeadRecorded;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.Ids;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.objects.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// What was kept long enough is really deleted.
class RetentionTest extends ServiceTest {

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    ObjectStore objects;

    @TempDir
    Path folder;

    @Test
    void messages_go_when_their_time_is_over_and_with_the_last_of_them_the_customer() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Il y a longtemps", marie.now().minus(Duration.ofDays(100)));
        var karim = salon.thread("Karim B.", "+33639980034");
        karim.says("Il y a longtemps aussi", karim.now().minus(Duration.ofDays(100)));
        karim.says("Hier", karim.now().minus(Duration.ofDays(1)));
        assertThat(count(salon, "contact")).isEqualTo(2);
        everythingIsLongAgo(salon);

        put(salon, body(60, 30, 365, 30, 60, 1)).expectStatus().isOk();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(count(salon, "message")).isEqualTo(1);
            assertThat(count(salon, "contact")).isEqualTo(1);
            assertThat(count(salon, "conversation")).isEqualTo(1);
        });
        assertThat(karim.transcript())
                .singleElement()
                .satisfies(it -> assertThat(it.body()).isEqualTo("Hier"));
    }

    @Test
    void many_messages_go_in_small_batches() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Hier", marie.now().minus(Duration.ofDays(1)));
        transaction
                .in(
                        salon.id(),
                        database.sql("""
                                        insert into message (id, tenant, conversation, direction, author, kind, body, at,
                                                             status, answers, version)
                                        select gen_random_uuid(), :tenant, :conversation, 'inbound', 'customer', 'text',
                                               'vieux', now() - interval '200 days', 'received', '{}', 1
                                        from generate_series(1, 950)
                                        """)
                                .bind("tenant", salon.id().value())
                                .bind("conversation", marie.id().value())
                                .then())
                .block(PATIENCE);

        put(salon, body(60, 30, 365, 30, 60, 1)).expectStatus().isOk();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count(salon, "message")).isEqualTo(1));
    }

    @Test
    void files_and_quote_requests_have_periods_of_their_own() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        var key = salon.id() + "/" + Ids.next();
        objects.put(key, Files.write(folder.resolve("photo"), "jpeg".getBytes(StandardCharsets.UTF_8)), "image/jpeg")
                .block(PATIENCE);
        var photo = marie.sends(
                Received.of(MessageKind.IMAGE).medium("image/jpeg"), marie.now().minus(Duration.ofDays(20)));
        marie.tell(Topic.DELIVERY, new MediaFetched(photo.id(), marie.id(), 0, key, "image/jpeg", 4, null));
        marie.awaitMessage(
                it -> it.id().equals(photo.id()) && it.attachments().getFirst().state() == AttachmentState.READY);
        events.publish(
                Topic.ASSISTANT,
                marie.envelope(
                        Ids.next(),
                        marie.now().minus(Duration.ofDays(40)),
                        new LeadCaptured(
                                LeadId.of(Ids.next()), marie.id(), "Marie", null, null, "Un soin", List.of())));
        events.await(
                Topic.CHANGES,
                LeadRecorded.class,
                it -> it.lead().conversation().equals(marie.id()));

        put(salon, body(365, 10, 30, 30, 60, 1)).expectStatus().isOk();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(objects.find(key).block(PATIENCE)).isNull();
            assertThat(count(salon, "lead")).isZero();
        });
        assertThat(marie.transcript())
                .singleElement()
                .satisfies(it -> assertThat(it.attachments()).singleElement().satisfies(medium -> {
                    assertThat(medium.state()).isEqualTo(AttachmentState.UNAVAILABLE);
                    assertThat(medium.problem()).contains("durée de conservation");
                }));
    }

    @Test
    void the_other_services_hear_of_the_period() {
        var salon = aSalon();

        put(salon, body(90, 30, 365, 30, 60, 1)).expectStatus().isOk();

        events.await(
                Topic.TENANTS,
                TenantSaved.class,
                it -> it.tenant().equals(salon.id()) && it.keptDays() == 90 && !it.phonesMasked());
    }

    @Test
    void who_saw_an_older_version_is_told_and_nothing_is_saved() {
        var salon = aSalon();
        put(salon, body(90, 30, 365, 30, 60, 1)).expectStatus().isOk();

        put(salon, body(365, 30, 365, 30, 60, 1)).expectStatus().isEqualTo(409);

        salon.asSophie(HttpMethod.GET, "/api/settings/privacy")
                .exchange()
                .expectBody()
                .jsonPath("$.messageDays")
                .isEqualTo(90)
                .jsonPath("$.version")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "29, 7, 365, 30, 60, messageDays",
        "1826, 7, 365, 30, 60, messageDays",
        "60, 6, 365, 30, 60, mediaDays",
        "60, 61, 365, 30, 60, mediaDays",
        "60, 30, 10, 30, 60, leadDays",
        "60, 30, 365, 731, 60, reasonDays",
        "60, 30, 365, 30, 5, invitationDays"
    })
    void a_period_out_of_bounds_is_refused_by_its_name(
            int messages, int media, int leads, int reasons, int invitations, String field) {
        put(aSalon(), body(messages, media, leads, reasons, invitations, 1))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    /// Contacts are as old as what they wrote.
    private void everythingIsLongAgo(Salon salon) {
        transaction
                .in(
                        salon.id(),
                        database.sql("update contact set created_at = now() - interval '100 days'")
                                .then()
                                .then(database.sql(
                                                "update conversation c set last_activity_at = (select max(at) from message m where m.conversation = c.id)")
                                        .then()))
                .block(PATIENCE);
    }

    private long count(Salon salon, String table) {
        return Objects.requireNonNull(transaction
                .in(
                        salon.id(),
                        database.sql("select count(*) from " + table)
                                .mapValue(Long.class)
                                .one())
                .block(PATIENCE));
    }

    private static String body(int messages, int media, int leads, int reasons, int invitations, long version) {
        return """
                {"messageDays":%d,"mediaDays":%d,"leadDays":%d,"reasonDays":%d,"invitationDays":%d,
                 "phonesMasked":false,"version":%d}""".formatted(messages, media, leads, reasons, invitations, version);
    }

    private static ResponseSpec put(Salon salon, String body) {
        return salon.asSophie(HttpMethod.PUT, "/api/settings/privacy")
                .bodyValue(body)
                .exchange();
    }
}
