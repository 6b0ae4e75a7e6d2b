package fr.accueil.conversation;

import fr.accueil.conversation.catalogue.SaveServices;
import fr.accueil.conversation.hours.SaveHours;
import fr.accueil.conversation.team.SaveMember;
import fr.accueil.conversation.tenant.SaveChannel;
import fr.accueil.conversation.tenant.SaveTenant;
import fr.accueil.platform.testing.Events;
import fr.accueil.platform.testing.Tokens;
import fr.accueil.platform.testing.WithInfrastructure;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/// The whole service, started once for all tests that extend this. Each test has businesses of its own.
@SpringBootTest(
        classes = ConversationApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "OIDC_AUTHORIZED_PARTIES=" + ServiceTest.DASHBOARD,
            "CLERK_WEBHOOK_SECRET=" + ServiceTest.WEBHOOK_SECRET,
            "ACCUEIL_CALENDARS_INSIDE=true"
        })
@AutoConfigureWebTestClient(timeout = "20s")
@WithInfrastructure
public abstract class ServiceTest {

    /// Where Clerk's tokens may be used, and the secret of its webhooks.
    protected static final String DASHBOARD = "https://app.accueil.example";

    protected static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    protected static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    protected WebTestClient http;

    @Autowired
    protected Events events;

    @Autowired
    protected Tokens tokens;

    @Autowired
    SaveTenant tenants;

    @Autowired
    SaveChannel channels;

    @Autowired
    SaveMember members;

    @Autowired
    protected SaveServices services;

    @Autowired
    SaveHours hours;

    /// Says what can be booked there, and when.
    protected Diary save(Diary diary) {
        return diary.saved(services, hours);
    }

    /// A beauty institute of Sophie's, with a channel, open for business.
    protected Salon aSalon() {
        var salon = new Salon(http, events, tokens);
        tenants.save(salon.tenant()).block(PATIENCE);
        channels.save(salon.channel()).block(PATIENCE);
        members.save(salon.sophie()).block(PATIENCE);
        members.save(salon.lea()).block(PATIENCE);
        return salon;
    }
}
