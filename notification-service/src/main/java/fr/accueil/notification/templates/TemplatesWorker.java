package fr.accueil.notification.templates;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TemplateEvent.TemplateListed;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.templates.TemplateLists.NotListed;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.outbox.Outbox;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lists a channel's templates and tells what differs from what was told.
@Component
@EnableConfigurationProperties(TemplateSettings.class)
class TemplatesWorker implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(TemplatesWorker.class);
    private static final URI SOURCE = URI.create("/notification-service");
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AFTERWARDS = Duration.ofSeconds(15);

    private final TemplateSettings settings;
    private final TemplateLists lists;
    private final Templates templates;
    private final Channels channels;
    private final Outbox outbox;
    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;

    TemplatesWorker(
            TemplateSettings settings,
            TemplateLists lists,
            Templates templates,
            Channels channels,
            Outbox outbox,
            WorkQueue work,
            TenantTransaction transaction,
            Clock clock) {
        this.settings = settings;
        this.lists = lists;
        this.templates = templates;
        this.channels = channels;
        this.outbox = outbox;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return RequestTemplates.KIND;
    }

    @Override
    public Duration lease() {
        return settings.patience().plus(AFTERWARDS);
    }

    @Override
    public int concurrency() {
        return 2;
    }

    @Override
    public Mono<Void> handle(LeasedWork leased) {
        var channel = ChannelId.of(leased.key());
        var known = channels.find(leased.tenant(), channel);
        if (known.isPresent()) {
            return list(leased, known.get());
        }
        // Of a channel that is gone, nothing is listed any more.
        return transaction.in(
                leased.tenant(),
                channels.ready()
                        ? tell(leased.tenant(), channel, List.of())
                                .then(work.finish(leased))
                                .then()
                        : postpone(leased, SOON));
    }

    private Mono<Void> list(LeasedWork leased, Channel channel) {
        return lists.requestTemplates(channel)
                .timeout(settings.patience())
                .flatMap(listed -> transaction.in(
                        leased.tenant(),
                        tell(leased.tenant(), channel.id(), listed).then(postpone(leased, settings.every()))))
                .onErrorResume(NotListed.class, e -> {
                    log.warn("The templates of channel {} are not listed: {}", channel.id(), e.getMessage());
                    return transaction.in(leased.tenant(), postpone(leased, settings.retry()));
                });
    }

    private Mono<Void> tell(TenantId tenant, ChannelId channel, List<TemplateListed> listed) {
        var now = listed.stream()
                .collect(Collectors.toMap(TemplateListed::contentSid, Function.identity(), (first, _) -> first));
        return templates
                .findTold(tenant, channel)
                .flatMap(told -> Flux.fromIterable(now.values())
                        .filter(it -> !toJson(it).equals(told.get(it.contentSid())))
                        .concatMap(it -> tell(tenant, it))
                        .thenMany(Flux.fromIterable(told.keySet()))
                        .filter(sid -> !now.containsKey(sid))
                        .concatMap(sid -> takeBack(tenant, channel, sid))
                        .then());
    }

    private Mono<Void> tell(TenantId tenant, TemplateListed template) {
        var channel = template.channel();
        var envelope = new Envelope(Ids.next(), SOURCE, clock.instant(), channel.toString(), tenant, null, template);
        return templates
                .save(tenant, channel, template.contentSid(), toJson(template))
                .then(outbox.append(Topic.TEMPLATES, keyOf(channel, template.contentSid()), envelope));
    }

    private Mono<Void> takeBack(TenantId tenant, ChannelId channel, String contentSid) {
        return templates
                .delete(tenant, channel, contentSid)
                .then(outbox.tombstone(Topic.TEMPLATES, keyOf(channel, contentSid), tenant));
    }

    private Mono<Void> postpone(LeasedWork leased, Duration pause) {
        var jittered = pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.9, 1.1);
        return work.postpone(leased, clock.instant().plusMillis((long) jittered));
    }

    private static String keyOf(ChannelId channel, String contentSid) {
        return channel + ":" + contentSid;
    }

    private static String toJson(TemplateListed template) {
        return Wire.json().writeValueAsString(template);
    }
}
