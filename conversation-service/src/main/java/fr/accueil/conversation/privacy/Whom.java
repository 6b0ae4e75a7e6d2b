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
/// @param optedOutAt since when they want no messages
record Whom(
        TenantId tenant,
        List<ConversationId> conversations,
        List<Known> contacts,
        @Nullable Instant optedOutAt) {

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
                .orElse("");
    }

    /// Phone numbers, user ids and addresses.
    List<String> identities() {
        return contacts.stream().flatMap(Known::identities).distinct().toList();
    }

    /// With the ids of their conversations, which are computed from them.
    Set<String> allNames() {
        var all = new HashSet<>(identities());
        conversations.forEach(it -> all.add(it.toString()));
        return Set.copyOf(all);
    }

    List<String> phones() {
        return contacts.stream()
                .flatMap(it -> Stream.ofNullable(it.phone()))
                .distinct()
                .toList();
    }

    List<UUID> conversationIds() {
        return conversations.stream().map(ConversationId::value).toList();
    }

    UUID[] contactIds() {
        return contacts.stream().map(Known::id).toArray(UUID[]::new);
    }
}
