package fr.accueil.conversation.file;

import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.objects.ObjectStore;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Deletes doomed files, some at a time, with no transaction open.
@Component
class DoomedFilesWorker implements WorkHandler {

    private static final int AT_ONCE = 50;

    private final TenantTransaction transaction;
    private final DoomedFiles doomed;
    private final ObjectStore objects;
    private final WorkQueue work;
    private final Clock clock;

    DoomedFilesWorker(
            TenantTransaction transaction, DoomedFiles doomed, ObjectStore objects, WorkQueue work, Clock clock) {
        this.transaction = transaction;
        this.doomed = doomed;
        this.objects = objects;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DoomedFiles.KIND;
    }

    @Override
    public Mono<Void> handle(LeasedWork due) {
        return transaction
                .in(due.tenant(), doomed.findSome(AT_ONCE))
                .flatMap(keys ->
                        Flux.fromIterable(keys).concatMap(objects::delete).then(Mono.defer(() -> conclude(due, keys))));
    }

    private Mono<Void> conclude(LeasedWork due, List<String> keys) {
        return transaction.in(
                due.tenant(),
                doomed.gone(keys)
                        .then(Mono.defer(() -> keys.size() < AT_ONCE
                                ? work.finish(due).then()
                                : work.postpone(due, clock.instant()))));
    }
}
