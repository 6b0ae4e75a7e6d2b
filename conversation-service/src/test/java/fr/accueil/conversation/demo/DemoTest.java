package fr.accueil.conversation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.catalogue.SaveServices;
import fr.accueil.conversation.faq.SaveFaq;
import fr.accueil.conversation.hours.SaveHours;
import fr.accueil.conversation.team.SaveMember;
import fr.accueil.conversation.tenant.SaveChannel;
import fr.accueil.conversation.tenant.SaveTenant;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.conversation.workspace.FinishOnboarding;
import fr.accueil.events.AccueilEvent;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.MemberSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

class DemoTest extends ServiceTest {

    private static final Path WORKSPACES = Path.of("../infra/local/demo/workspaces.json");
    private static final String CAMELIA = "93a3736e-9d24-5371-884d-943433cdf9b1";

    @TempDir
    Path folder;

    @Autowired
    TenantTransaction transaction;

    @Autowired
    Tenants known;

    @Autowired
    SaveTenant tenants;

    @Autowired
    SaveChannel channels;

    @Autowired
    SaveMember members;

    @Autowired
    SaveFaq faqs;

    @Autowired
    SaveServices services;

    @Autowired
    SaveHours hours;

    @Autowired
    FinishOnboarding onboarding;

    @Autowired
    Secrets secrets;

    @Test
    void the_demo_businesses_are_told_once_and_what_people_change_of_them_stays() throws IOException {
        seed(WORKSPACES);
        events.await(Topic.TENANTS, it -> it.subject().equals(CAMELIA));
        tenants.change(TenantId.of(CAMELIA), 1, it -> renamed(it, "Institut Camélia & Filles"))
                .block(PATIENCE);
        seed(WORKSPACES);
        seed(aFileWhere("Institut Camélia", "Institut Camélia et fils"));

        events.await(Topic.TENANTS, TenantSaved.class, it -> it.name().equals("Institut Camélia & Filles"));
        assertThat(told(Topic.TENANTS, TenantSaved.class))
                .extracting(TenantSaved::name)
                .containsExactly("Institut Camélia", "Institut Camélia & Filles");
        assertThat(told(Topic.TEAM, MemberSaved.class)).hasSize(2);
        assertThat(told(Topic.FAQS, FaqSaved.class)).hasSize(14);
        assertThat(told(Topic.SERVICES, ServiceSaved.class)).hasSize(14);
        assertThat(told(Topic.HOURS, HoursSaved.class))
                .singleElement()
                .satisfies(it -> assertThat(it.practitioners()).hasSize(3));
        assertThat(told(Topic.CHANNELS, ChannelSaved.class)).singleElement().satisfies(it -> {
            assertThat(it.address()).isEqualTo("whatsapp:+33199000042");
            assertThat(it.authTokens()).noneMatch(token -> token.contains("0123456789abcdef"));
            assertThat(secrets.decrypt(it.authTokens().getFirst(), it.tenant(), it.channel()))
                    .isEqualTo("0123456789abcdef0123456789abcdef");
        });
    }

    private static Tenant renamed(Tenant tenant, String name) {
        return new Tenant(tenant.id(), name, tenant.vertical(), tenant.timeZone(), tenant.formal());
    }

    private void seed(Path file) {
        new DemoWorker(
                        new DemoSettings(file),
                        transaction,
                        known,
                        tenants,
                        channels,
                        members,
                        faqs,
                        services,
                        hours,
                        onboarding)
                .run(new DefaultApplicationArguments());
    }

    private Path aFileWhere(String was, String is) throws IOException {
        var text = Files.readString(WORKSPACES).replace('"' + was + '"', '"' + is + '"');
        return Files.writeString(folder.resolve("workspaces.json"), text);
    }

    private <T extends AccueilEvent> List<T> told(Topic topic, Class<T> type) {
        return events.seen(topic).stream()
                .filter(it -> Objects.requireNonNull(it.tenant()).toString().equals(CAMELIA))
                .map(it -> type.cast(it.data()))
                .toList();
    }
}
