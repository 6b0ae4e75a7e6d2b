package fr.accueil.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Topic `privacy.erasures.v1`, key = erasure: that a customer was erased, written by conversation-service, and
/// what every other service says that it has forgotten of them. Nothing in it says who they were.
public sealed interface ErasureEvent extends AccueilEvent {

    /// A customer is erased: whoever keeps anything of these conversations forgets what happened in them up to
    /// `erasedAt`, and skips what is older whenever it comes again. Also on `conversation.changes`. Who writes
    /// later does so under the same id of a conversation, and is a new customer.
    ///
    /// @param identities keys of `whatsapp.identities`: channel + ":" + HMAC of what the customer was known by
    @WireName("CustomerErased")
    record CustomerErased(UUID erasure, List<ConversationId> conversations, List<String> identities, Instant erasedAt)
            implements ErasureEvent, ChangeEvent {}

    /// A service has forgotten them.
    ///
    /// @param service its name
    /// @param stores what it kept something in
    @WireName("CustomerForgotten")
    record CustomerForgotten(UUID erasure, String service, List<ConversationId> conversations, List<Store> stores)
            implements ErasureEvent {}

    /// @param name of a table, or of another place where something was kept
    /// @param count rows or files that are gone
    record Store(String name, long count) {}
}
