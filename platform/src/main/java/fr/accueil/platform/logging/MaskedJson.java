package fr.accueil.platform.logging;

import java.util.Set;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/// Masks every text of a JSON log line but the fields that hold ids of ours.
public class MaskedJson implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final Set<String> IDS = Set.of(
            LogContext.TENANT, LogContext.CONVERSATION, LogContext.MESSAGE, "traceId", "spanId", "@timestamp", "level");

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor((JsonWriter.ValueProcessor<Object>)
                (path, value) -> value instanceof String text && !isId(path) ? Masking.mask(text) : value);
    }

    private static boolean isId(JsonWriter.MemberPath path) {
        var name = path.name();
        return name != null && IDS.contains(name);
    }
}
