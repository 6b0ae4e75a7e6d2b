package fr.accueil.conversation.privacy;

import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A customer as all that is kept of them hangs together.
///
/// @param contacts usually one; none when only their conversations are known any more
/// @param entered who never wrote, and is known by this booking alone that was entered by hand; null for all others
/// @param optedOutAt since when they want no messages
record Whom(
        TenantId tenant,
        List<ConversationId> conversations,
        List<Known> contacts,
        @Nullable Entered entered,
        @Nullable Instant optedOutAt) {

    Whom(TenantId tenant, List<ConversationId> conversations, List<Known> contacts, @Nullable Instant optedOutAt) {
        this(tenant, conversations, contacts, null, optedOutAt);
    }

    /// A booking that was entered by hand.
    record Entered(UUID id, String customerName, @Nullable String phone) {}

    /// What one contact is known by.
    record Known(
            UUID id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String externalUserId,
            String address) {

        Stream<String> identities() {
            return Stream.of(phone, externalUserId, address).filter(Objects::nonNull);
        }
    }

    /// As a person would call them.
    String shownName() {
        return contacts.stream()
                .map(it -> it.name() == null ? it.address() : it.name())
                .findFirst()
                .orElse(entered == null ? "" : entered.customerName());
    }

    /// Phone numbers, user ids and addresses.
    List<String> identities() {
        return Stream.concat(contacts.stream().flatMap(Known::identities), phoneEntered())
                .distinct()
                .toList();
    }

    /// With the ids of their conversations, which are computed from them.
    Set<String> allNames() {
        var all = new HashSet<>(identities());
        conversations.forEach(it -> all.add(it.toString()));
        return Set.copyOf(all);
    }

    List<String> phones() {
        return Stream.concat(contacts.stream().flatMap(it -> Stream.ofNullable(it.phone())), phoneEntered())
                .distinct()
                .toList();
    }

    private Stream<String> phoneEntered() {
        return entered == null ? Stream.empty() : Stream.ofNullable(entered.phone());
    }

    List<UUID> bookingIds() {
        return entered == null ? List.of() : List.of(entered.id());
    }

    List<UUID> conversationIds() {
        return conversations.stream().map(ConversationId::value).toList();
    }

    UUID[] contactIds() {
        return contacts.stream().map(Known::id).toArray(UUID[]::new);
    }
}
