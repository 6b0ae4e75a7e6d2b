package fr.accueil.conversation.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All of them: a business has few.
///
/// @param nextCursor null: there is no other page
public record ServicePage(List<ServiceView> items, @Nullable String nextCursor) {}
