package fr.accueil.conversation.privacy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All that a business holds on one customer, and the files of it.
///
/// @param business its name
/// @param zone in which times are shown to people
/// @param holdings by section, see [Holdings]
/// @param files that are here
record CustomerExport(
        String business, ZoneId zone, Instant at, Map<String, JsonNode> holdings, List<ExportedFile> files) {

    /// @param key in the object store
    /// @param message whose attachment it is
    /// @param name in the archive
    record ExportedFile(String key, String message, int index, String name) {}

    static CustomerExport of(String business, ZoneId zone, Instant at, Map<String, JsonNode> holdings) {
        return new CustomerExport(business, zone, at, holdings, filesOf(holdings));
    }

    Iterable<JsonNode> section(String name) {
        return rowsOf(holdings, name);
    }

    private static Iterable<JsonNode> rowsOf(Map<String, JsonNode> holdings, String name) {
        var rows = holdings.get(name);
        return rows == null ? List.of() : rows;
    }

    static @Nullable String text(JsonNode row, String field) {
        var value = row.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    private static List<ExportedFile> filesOf(Map<String, JsonNode> holdings) {
        var rows = StreamSupport.stream(rowsOf(holdings, Holdings.ATTACHMENTS).spliterator(), false)
                .filter(it -> text(it, "object_key") != null)
                .toList();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> toFile(rows.get(i), i + 1))
                .toList();
    }

    private static ExportedFile toFile(JsonNode row, int nth) {
        var given = text(row, "file_name");
        var kind = text(row, "content_type");
        var name = given == null ? "piece-jointe." + suffixOf(kind == null ? "" : kind) : given;
        return new ExportedFile(
                row.path("object_key").asString(),
                row.path("message").asString(),
                row.path("index").asInt(),
                "pieces-jointes/%03d-%s".formatted(nth, name.replaceAll("[^A-Za-z0-9._-]+", "_")));
    }

    private static String suffixOf(String contentType) {
        var kind = contentType.replaceFirst(";.*", "").replaceFirst(".*/", "").replaceAll("[^a-z0-9]", "");
        return kind.isEmpty() || kind.length() > 5 ? "bin" : kind;
    }
}
