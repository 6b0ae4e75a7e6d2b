package fr.accueil.conversation.booking;

import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Frees a slot that was held and never confirmed, and says so.
@Component
class HoldWorker implements WorkHandler {

    static final String KIND = "hold";

    private final TenantTransaction transaction;
    private final AgendaDesk desk;
    private final WorkQueue work;

    HoldWorker(TenantTransaction transaction, AgendaDesk desk, WorkQueue work) {
        this.transaction = transaction;
        this.desk = desk;
        this.work = work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> handle(LeasedWork due) {
        return transaction.in(
                due.tenant(),
                desk.expire(due.tenant())
                        .then(Mono.defer(() -> work.finish(due)))
                        .then());
    }
}
