package fr.accueil.conversation.takeover;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.conversation.FenceSignals;
import fr.accueil.platform.database.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Waits, with no transaction open, until a take-over is done: nothing that the assistant wrote before can go out any
/// more.
@Component
class AwaitFence {

    private final TenantTransaction transaction;
    private final Conversations conversations;
    private final FenceSignals signals;
    private final TakeoverSettings settings;

    AwaitFence(
            TenantTransaction transaction,
            Conversations conversations,
            FenceSignals signals,
            TakeoverSettings settings) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.signals = signals;
        this.settings = settings;
    }

    /// @return the conversation once it is done, or as it is when patience ends
    Mono<Conversation> await(Conversation taken) {
        return taken.isLeadChanging()
                ? Flux.merge(signals.heard(), Flux.interval(settings.look()).map(String::valueOf))
                        .onBackpressureLatest()
                        .concatMap(_ -> load(taken), 1)
                        .filter(now -> isDone(taken, now))
                        .next()
                        .timeout(settings.patience(), load(taken))
                : Mono.just(taken);
    }

    private Mono<Conversation> load(Conversation taken) {
        return transaction.in(taken.tenant(), conversations.load(taken.id()));
    }

    /// Also when somebody else has taken it since: then there is nothing left to wait for here.
    private static boolean isDone(Conversation taken, Conversation now) {
        return !now.isLeadChanging() || now.lead().number() != taken.lead().number();
    }
}
