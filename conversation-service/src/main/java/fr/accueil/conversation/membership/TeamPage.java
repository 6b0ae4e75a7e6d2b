package fr.accueil.conversation.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All of them: a team is small.
///
/// @param nextCursor null: there is no other page
public record TeamPage(List<MemberView> items, @Nullable String nextCursor) {}
