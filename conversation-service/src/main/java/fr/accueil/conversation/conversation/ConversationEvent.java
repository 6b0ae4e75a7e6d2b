package fr.accueil.conversation.conversation;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ChangeEvent.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to a conversation, as [Conversation#decide] says and [Conversation#evolve] remembers. Stays inside
/// this service: the others read [fr.accueil.events.ChangeEvent].
public sealed interface ConversationEvent {

    record CorrespondentKnown(Correspondent correspondent) implements ConversationEvent {}

    record CustomerHeard(Instant windowEnd) implements ConversationEvent {}

    record MessageShown(Message message) implements ConversationEvent {}

    /// @param latest shown in its place
    record MessageDropped(Message dropped, @Nullable Message latest) implements ConversationEvent {}

    /// The customer came back after it was resolved.
    record EpisodeStarted() implements ConversationEvent {}

    record Opened() implements ConversationEvent {}

    /// @param reason null when who led it has left the team
    record PersonAwaited(@Nullable HandoverReason reason) implements ConversationEvent {}

    record EverythingRead() implements ConversationEvent {}

    record LeadMoved(Lead to) implements ConversationEvent {}

    record Fenced(long number) implements ConversationEvent {}

    /// @param since null: messages are wanted again
    record OptOutMoved(@Nullable Instant since) implements ConversationEvent {}

    record Resolved() implements ConversationEvent {}
}
