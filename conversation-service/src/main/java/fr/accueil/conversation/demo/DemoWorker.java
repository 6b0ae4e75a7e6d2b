package fr.accueil.conversation.demo;

import fr.accueil.conversation.catalogue.SaveServices;
import fr.accueil.conversation.demo.DemoFile.Workspace;
import fr.accueil.conversation.faq.Faq;
import fr.accueil.conversation.faq.SaveFaq;
import fr.accueil.conversation.hours.SaveHours;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.SaveMember;
import fr.accueil.conversation.tenant.Channel;
import fr.accueil.conversation.tenant.SaveChannel;
import fr.accueil.conversation.tenant.SaveTenant;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.conversation.workspace.FinishOnboarding;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.platform.database.TenantTransaction;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Saves the demo businesses before the local stack is ready, as a person would. A business that is there already is
/// left
/// alone, since people may have changed it.
@Component
@Profile("local")
class DemoWorker implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorker.class);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DemoSettings settings;
    private final TenantTransaction transaction;
    private final Tenants known;
    private final SaveTenant tenants;
    private final SaveChannel channels;
    private final SaveMember members;
    private final SaveFaq faqs;
    private final SaveServices services;
    private final SaveHours hours;
    private final FinishOnboarding onboarding;

    DemoWorker(
            DemoSettings settings,
            TenantTransaction transaction,
            Tenants known,
            SaveTenant tenants,
            SaveChannel channels,
            SaveMember members,
            SaveFaq faqs,
            SaveServices services,
            SaveHours hours,
            FinishOnboarding onboarding) {
        this.settings = settings;
        this.transaction = transaction;
        this.known = known;
        this.tenants = tenants;
        this.channels = channels;
        this.members = members;
        this.faqs = faqs;
        this.services = services;
        this.hours = hours;
        this.onboarding = onboarding;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.file() != null && !settings.file().toString().isEmpty()) {
            seed(settings.file()).block(PATIENCE);
            LOG.info("Demo workspaces are as {} says", settings.file());
        }
    }

    private Mono<Void> seed(Path file) {
        return Mono.fromCallable(() -> Wire.json().readValue(file, DemoFile.class))
                .flatMapIterable(DemoFile::workspaces)
                .concatMap(this::save)
                .then();
    }

    /// All of it or nothing, so that one which is there is whole.
    private Mono<Void> save(Workspace workspace) {
        return transaction.in(
                workspace.id(),
                known.find(workspace.id())
                        .hasElement()
                        .flatMap(isThere -> isThere ? Mono.<Void>empty() : saveNew(workspace)));
    }

    private Mono<Void> saveNew(Workspace workspace) {
        return tenants.save(toTenant(workspace))
                .then(Mono.defer(() -> channels.save(toChannel(workspace))))
                .thenMany(Flux.fromIterable(workspace.team()))
                .concatMap(person -> members.save(toMember(workspace, person)))
                .thenMany(Flux.fromIterable(workspace.faqs()))
                .concatMap(question -> faqs.save(toFaq(workspace, question)))
                .thenMany(Flux.fromIterable(workspace.services()).index())
                .concatMap(it -> services.save(
                        toService(workspace, it.getT2(), it.getT1().intValue())))
                .thenMany(Mono.justOrEmpty(workspace.hours()))
                .concatMap(opening -> hours.save(toHours(workspace, opening)))
                .then(Mono.defer(onboarding::finish));
    }

    private static Tenant toTenant(Workspace it) {
        return new Tenant(it.id(), it.name(), it.vertical(), it.timeZone(), it.formal());
    }

    private static Channel toChannel(Workspace it) {
        var channel = it.channel();
        return new Channel(channel.id(), it.id(), channel.address(), channel.accountSid(), null, channel.authToken());
    }

    private static Member toMember(Workspace workspace, DemoFile.Person it) {
        return new Member(workspace.id(), it.subject(), it.name(), it.email(), it.role());
    }

    private static Faq toFaq(Workspace workspace, DemoFile.Question it) {
        return new Faq(it.id(), workspace.id(), it.question(), it.answer(), it.variants(), true);
    }

    private static ServiceSaved toService(Workspace workspace, DemoFile.Offer it, int position) {
        return new ServiceSaved(
                it.id(),
                workspace.id(),
                it.name(),
                it.synonyms(),
                it.minutes(),
                it.buffer(),
                it.priceCents(),
                it.priceFrom(),
                true,
                position);
    }

    private static HoursSaved toHours(Workspace workspace, DemoFile.Opening it) {
        return new HoursSaved(
                workspace.id(),
                it.holidayRegion(),
                it.workedHolidays(),
                it.week(),
                it.exceptions(),
                it.practitioners(),
                it.seats(),
                it.rules());
    }
}
