package fr.accueil.conversation.invitation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that are pending: there are few.
///
/// @param nextCursor null: there is no other page
public record InvitationPage(
        List<InvitationView> items, @Nullable String nextCursor) {}
