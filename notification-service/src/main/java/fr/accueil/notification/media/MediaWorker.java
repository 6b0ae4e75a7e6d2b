package fr.accueil.notification.media;

import fr.accueil.events.DeliveryEvent.MediaProblem;
import fr.accueil.events.DeliveryEvent.MediaUnavailable;
import fr.accueil.events.Topic;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.media.FetchOutcome.Fetched;
import fr.accueil.notification.media.FetchOutcome.Impossible;
import fr.accueil.notification.media.FetchOutcome.NotThere;
import fr.accueil.notification.media.Findings.Later;
import fr.accueil.notification.media.Findings.Told;
import fr.accueil.notification.publishing.Announce;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.objects.ObjectStore;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Fetches one medium: into a file of its own, looked at, then into the object store, then told. Whoever dies on the
/// way leaves nothing that anybody sees; the next try does it all again, under the same key.
@Component
@EnableConfigurationProperties(MediaSettings.class)
class MediaWorker implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(MediaWorker.class);

    /// To look at it, to store it and to say so, after it was fetched.
    private static final Duration AFTERWARDS = Duration.ofSeconds(90);

    private final MediaSettings settings;
    private final Media media;
    private final Channels channels;
    private final FetchMedium fetch;
    private final ObjectStore objects;
    private final Announce announce;
    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    MediaWorker(
            MediaSettings settings,
            Media media,
            Channels channels,
            FetchMedium fetch,
            ObjectStore objects,
            Announce announce,
            WorkQueue work,
            TenantTransaction transaction,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.media = media;
        this.channels = channels;
        this.fetch = fetch;
        this.objects = objects;
        this.announce = announce;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public String kind() {
        return ScheduleMedia.KIND;
    }

    @Override
    public Duration lease() {
        return settings.patience().plus(AFTERWARDS);
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public Mono<Void> handle(LeasedWork leased) {
        return transaction
                .in(leased.tenant(), findPending(leased))
                .flatMap(medium -> Mono.usingWhen(newFile(), file -> find(medium, file), MediaWorker::delete)
                        .flatMap(findings -> transaction.in(leased.tenant(), settle(leased, medium, findings)))
                        .thenReturn(true))
                .switchIfEmpty(Mono.defer(() ->
                        transaction.in(leased.tenant(), work.finish(leased)).thenReturn(true)))
                .then();
    }

    private Mono<Medium> findPending(LeasedWork leased) {
        var key = MediumKey.of(leased.key());
        return media.findPending(leased.tenant(), key.message(), key.number());
    }

    private Mono<Findings> find(Medium medium, Path file) {
        return fetch(medium, file)
                .flatMap(outcome -> switch (outcome) {
                    case Fetched(long size, var fileName) -> keep(medium, file, size, fileName);
                    case NotThere() -> Mono.just(Findings.missing(medium, settings, clock.instant()));
                    case Impossible(var problem) -> Mono.just(Findings.impossible(medium, problem, settings));
                })
                .onErrorResume(NotFetched.class, e -> {
                    log.info("{} waits: {}", medium, e.getMessage());
                    return Mono.just(Findings.failed(medium, settings, clock.instant()));
                });
    }

    private Mono<FetchOutcome> fetch(Medium medium, Path file) {
        return Mono.justOrEmpty(channels.find(medium.tenant(), medium.channel()))
                .switchIfEmpty(Mono.error(() -> new NotFetched("its channel is not known")))
                .flatMap(channel -> fetch.fetch(medium, channel, file));
    }

    /// A failure of our own store is no answer of Twilio's: the whole work is tried again.
    private Mono<Findings> keep(Medium medium, Path file, long size, @Nullable String given) {
        return onDisk(() -> Kept.of(file, given, medium.claimedType()))
                .flatMap(kept -> objects.put(medium.key(), file, kept.type().contentType())
                        .thenReturn(Findings.kept(medium, kept.type(), size, kept.name())))
                .switchIfEmpty(
                        Mono.fromSupplier(() -> Findings.impossible(medium, MediaProblem.UNKNOWN_TYPE, settings)));
    }

    private Mono<Void> settle(LeasedWork leased, Medium medium, Findings findings) {
        return switch (findings) {
            case Told told ->
                findPending(leased)
                        .flatMap(_ -> tell(medium, told).thenReturn(true))
                        .switchIfEmpty(Mono.defer(() -> leave(medium)))
                        .then(work.finish(leased))
                        .then();
            case Later(var pause, var missingSince) ->
                media.saveTry(medium, missingSince)
                        .then(work.postpone(leased, clock.instant().plus(pause)));
        };
    }

    /// Its customer was erased while it was fetched: then nobody will ever name what was kept.
    private Mono<Boolean> leave(Medium medium) {
        return media.isKnown(medium)
                .flatMap(known ->
                        known ? Mono.just(true) : objects.delete(medium.key()).thenReturn(true));
    }

    private Mono<Void> tell(Medium medium, Told told) {
        return media.settle(medium, told.isFetched())
                .then(announce.announce(
                        Topic.DELIVERY,
                        medium.conversation().toString(),
                        medium.tenant(),
                        medium.message().value(),
                        told.news()))
                .doOnSuccess(_ -> count(medium, told));
    }

    private void count(Medium medium, Told told) {
        var outcome = told.news() instanceof MediaUnavailable unavailable
                ? unavailable.problem().name().toLowerCase(Locale.ROOT)
                : "fetched";
        Timer.builder("accueil.media")
                .description("From when a medium was announced to when it was here, or given up")
                .tag("outcome", outcome)
                .register(meters)
                .record(Duration.between(medium.since(), clock.instant()));
    }

    private static Mono<Path> newFile() {
        return onDisk(() -> Files.createTempFile("accueil-medium-", null));
    }

    private static Mono<Void> delete(Path file) {
        return onDisk(() -> Files.deleteIfExists(file)).then();
    }

    private static <T> Mono<T> onDisk(Callable<@Nullable T> act) {
        return Mono.<T>fromCallable(act).subscribeOn(Schedulers.boundedElastic());
    }

    /// @param name null when nobody gave it one
    private record Kept(FileType type, @Nullable String name) {

        static @Nullable Kept of(Path file, @Nullable String given, String claimed) throws IOException {
            var type = DetectType.of(file, claimed).orElse(null);
            return type == null ? null : new Kept(type, FileNames.of(given, type, file));
        }
    }
}
