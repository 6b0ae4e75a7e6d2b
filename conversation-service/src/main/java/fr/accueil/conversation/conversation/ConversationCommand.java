package fr.accueil.conversation.conversation;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ChangeEvent.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What can be asked of a conversation.
public sealed interface ConversationCommand {

    /// A customer's message was recorded for the first time.
    ///
    /// @param windowEnd until when free text may answer this message
    record HearCustomer(Message message, Correspondent from, Instant windowEnd) implements ConversationCommand {}

    /// An outgoing message that somebody else wrote was recorded for the first time.
    record RecordReply(Message message, Correspondent to) implements ConversationCommand {}

    /// A message that is known moved: its delivery, its reasons, its place.
    record ShowAgain(Message message) implements ConversationCommand {}

    /// A draft that will not be said is shown in the transcript and no longer in the inbox.
    ///
    /// @param latest of what was or may still be said; null when there is nothing
    record Drop(Message dropped, @Nullable Message latest) implements ConversationCommand {}

    /// A person writes; while nobody or the assistant leads, that is a take-over too.
    record Write(Message message, Person person) implements ConversationCommand {}

    /// The assistant asks for a person.
    ///
    /// @param leaderNumber of the leadership that it was decided under
    record HandOver(HandoverReason reason, long leaderNumber) implements ConversationCommand {}

    /// A message's deadline passed without an answer.
    record NoticeSilence() implements ConversationCommand {}

    record TakeOver(Person person) implements ConversationCommand {}

    /// Somebody has left the team.
    ///
    /// @param subject of the person's token
    record LoseLeader(String subject) implements ConversationCommand {}

    record HandBack() implements ConversationCommand {}

    /// A person has seen everything up to now.
    record MarkRead() implements ConversationCommand {}

    /// Nothing that was written under an older leadership can go out any more.
    ///
    /// @param number of the newest leadership that this holds for
    record Fence(long number) implements ConversationCommand {}

    /// What the ledger says now.
    ///
    /// @param since when the customer wants no messages; null when they want them
    record RecordOptOut(@Nullable Instant since) implements ConversationCommand {}

    /// More is known of who is at the other end.
    record KnowCorrespondent(Correspondent correspondent) implements ConversationCommand {}

    record Resolve() implements ConversationCommand {}

    /// One of the team.
    ///
    /// @param subject of the person's token
    record Person(String subject, @Nullable String name) {}
}
