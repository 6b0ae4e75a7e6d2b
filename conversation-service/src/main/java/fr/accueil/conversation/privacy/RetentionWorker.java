package fr.accueil.conversation.privacy;

import fr.accueil.conversation.tenant.PrivacyRuleBook;
import fr.accueil.conversation.tenant.Upkeep;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Deletes, once a day and soon after the periods were changed, what was kept long enough: some in each
/// transaction, with a rest between them.
@Component
class RetentionWorker implements WorkHandler {

    private static final Duration REST = Duration.ofMillis(200);

    private final TenantTransaction transaction;
    private final PrivacyRuleBook rules;
    private final KeptLongEnough kept;
    private final WorkQueue work;
    private final Clock clock;

    RetentionWorker(
            TenantTransaction transaction, PrivacyRuleBook rules, KeptLongEnough kept, WorkQueue work, Clock clock) {
        this.transaction = transaction;
        this.rules = rules;
        this.kept = kept;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Upkeep.RETENTION;
    }

    @Override
    public int concurrency() {
        return 2;
    }

    @Override
    public Mono<Void> handle(LeasedWork due) {
        var now = clock.instant();
        return transaction.in(
                due.tenant(),
                rules.find()
                        .flatMap(it -> kept.deleteSome(due.tenant(), it, now))
                        .flatMap(more -> work.postpone(due, now.plus(more ? REST : Upkeep.EVERY))));
    }
}
