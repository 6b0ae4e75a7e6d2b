package fr.accueil.conversation.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the audit log.
///
/// @param person subject of the token of who did it
/// @param personName as they were called then
/// @param target id of what was changed
/// @param label what a person would call it
public record AuditEntry(
        UUID id,
        Instant at,
        String person,
        String personName,
        Action action,
        String target,
        String label,
        List<Change> changes) {

    /// @param from null when there was nothing before
    /// @param to null when there is nothing any more
    public record Change(
            String field, @Nullable String from, @Nullable String to) {}
}
