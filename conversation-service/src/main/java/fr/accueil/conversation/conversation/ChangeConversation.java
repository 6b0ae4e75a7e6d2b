package fr.accueil.conversation.conversation;

import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Applies commands to one conversation as one change, in the transaction that holds its lock: decided, saved and told.
@Component
public class ChangeConversation {

    private final Conversations conversations;
    private final ChangesTopic changes;

    ChangeConversation(Conversations conversations, ChangesTopic changes) {
        this.conversations = conversations;
        this.changes = changes;
    }

    public Mono<Conversation> change(Conversation before, ConversationCommand command, @Nullable UUID causedBy) {
        return change(before, List.of(command), List.of(), causedBy);
    }

    /// @param moved the messages that are new or have moved with this change, told with it
    /// @return the conversation afterwards; the same when nothing changed, and then nothing was told
    public Mono<Conversation> change(
            Conversation before,
            List<? extends ConversationCommand> commands,
            List<Message> moved,
            @Nullable UUID causedBy) {
        var after = moved.isEmpty()
                ? before.apply(commands)
                : before.apply(commands).atLeast(before.version() + 1);
        return after.version() == before.version()
                ? Mono.just(before)
                : conversations
                        .save(after)
                        .then(changes.tell(before, after, moved, causedBy))
                        .thenReturn(after);
    }

    /// Tells a row that changed beside it, such as by whose it is. In the transaction that changed it.
    public Mono<Void> tellAgain(ConversationId id, @Nullable UUID causedBy) {
        return conversations.load(id).flatMap(changed -> changes.tell(changed, changed, List.of(), causedBy));
    }
}
