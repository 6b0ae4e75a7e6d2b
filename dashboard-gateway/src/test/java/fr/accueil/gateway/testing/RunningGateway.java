package fr.accueil.gateway.testing;

import static org.awaitility.Awaitility.await;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.Leader;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.gateway.GatewayApplication;
import fr.accueil.gateway.access.AdmitMember;
import fr.accueil.gateway.access.Member;
import fr.accueil.platform.testing.Events;
import fr.accueil.platform.testing.Tokens;
import fr.accueil.platform.testing.WithInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// One gateway with real Kafka, in front of stub services; its heart beats fast so that tests need not wait.
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "accueil.stream.heartbeat=200ms",
            "accueil.stream.browser-buffer=64",
            "accueil.stream.changes-per-tenant=100",
            "accueil.stream.memory-per-tenant=16MB",
            "accueil.stream.patience=300ms",
            "accueil.stream.farewell=1s",
            "accueil.services.patience=2s",
            "accueil.services.notification=http://localhost:1",
            "accueil.limits.person.burst=100000",
            "accueil.limits.tenant.burst=100000",
            "accueil.limits.address.burst=100000",
            "accueil.stream.browsers-per-person=100"
        })
@WithInfrastructure
public abstract class RunningGateway {

    protected static final StubService ingest = new StubService();
    protected static final StubService router = new StubService();
    protected static final StubService conversation = new StubService();

    protected static final String SOPHIE = "sophie-" + UUID.randomUUID();

    @LocalServerPort
    protected int port;

    @Autowired
    protected Events events;

    @Autowired
    protected Tokens tokens;

    @Autowired
    private AdmitMember admission;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("accueil.services.ingest", ingest::url);
        properties.add("accueil.services.router", router::url);
        properties.add("accueil.services.conversation", conversation::url);
    }

    protected WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(10))
                .codecs(it -> it.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
    }

    protected String sophiesToken() {
        return tokens.bearerFor(SOPHIE, "Sophie", "sophie@camelia.example");
    }

    /// A workspace that Sophie belongs to.
    protected TenantId sophiesWorkspace() {
        var tenant = TenantId.of(UUID.randomUUID());
        joins(tenant, SOPHIE);
        return tenant;
    }

    protected void joins(TenantId tenant, String subject) {
        var saved = new MemberSaved(tenant, subject, "Sophie", "sophie@camelia.example", Role.OWNER);
        events.publish(Topic.TEAM, tenant + ":" + subject, Wire.write(envelope(tenant, tenant + ":" + subject, saved)));
    }

    /// Waits until the gateway has heard it.
    protected void isKnownToBelong(TenantId tenant, String subject) {
        await().until(() -> admission.stillMember(new Member(tenant, subject, Instant.MAX)));
    }

    protected void leaves(TenantId tenant, String subject) {
        events.publish(Topic.TEAM, tenant + ":" + subject, null);
    }

    /// Something happens in a workspace.
    ///
    /// @return the JSON that its browsers should hear
    protected String happens(TenantId tenant, long number) {
        return happens(tenant, number, "Sophie");
    }

    protected String happens(TenantId tenant, long number, String name) {
        var subject = ConversationId.of(UUID.randomUUID().toString());
        var change =
                envelope(tenant, subject.toString(), new LeadChanged(subject, number, Leader.person(SOPHIE, name)));
        events.publish(Topic.CHANGES, change);
        return new String(Wire.write(change), java.nio.charset.StandardCharsets.UTF_8);
    }

    protected BrowserTab sophiesTab(TenantId workspace, @Nullable String lastId)
            throws IOException, InterruptedException {
        return BrowserTab.open(port, sophiesToken(), workspace.toString(), lastId);
    }

    private static Envelope envelope(TenantId tenant, String subject, fr.accueil.events.AccueilEvent data) {
        return new Envelope(
                Ids.next(), URI.create("/conversation-service"), Instant.now(), subject, tenant, null, data);
    }
}
