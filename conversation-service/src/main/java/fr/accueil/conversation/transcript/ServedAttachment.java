package fr.accueil.conversation.transcript;

import fr.accueil.events.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// How a browser is given a medium: by type and name of our choice. What could run as a page is only ever saved.
///
/// @param key in the object store
record ServedAttachment(String key, MediaType contentType, boolean inline, String fileName) {

    private static final Pattern SIMPLE_TYPE = Pattern.compile("(audio|video)/[a-z0-9][a-z0-9.+-]{0,40}");
    private static final Map<String, String> EXTENSIONS = Map.of(
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/webp", ".webp",
            "image/gif", ".gif",
            "application/pdf", ".pdf");

    /// What no file system or header should see: controls, separators, quotes, and marks that turn the reading
    /// direction.
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\\\/:*?\"<>|;%\u2028\u2029]");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");
    private static final String HARMLESS_IN_RFC_5987 = "!#$&+-.^_`|~";
    private static final int MAX_NAME = 100;

    /// @throws AttachmentMissing while there are no bytes
    static ServedAttachment of(Attachments.Row row) {
        if (row.state().equals("pending")) {
            throw AttachmentMissing.pending();
        }
        if (row.state().equals("unavailable")) {
            throw AttachmentMissing.unavailable(row.problem());
        }
        var type = row.contentType() == null
                ? ""
                : row.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var inline = EXTENSIONS.containsKey(type) || SIMPLE_TYPE.matcher(type).matches();
        return new ServedAttachment(
                Objects.requireNonNull(row.objectKey()),
                inline ? MediaType.parseMediaType(type) : MediaType.APPLICATION_OCTET_STREAM,
                inline,
                nameOf(row, EXTENSIONS.getOrDefault(type, "")));
    }

    /// Whatever an event said of it: a tenant sees only its own part of the store.
    boolean isOf(TenantId tenant) {
        return key.startsWith(tenant + "/");
    }

    /// RFC 6266: a name for everyone in ASCII, and the real one for who reads RFC 5987.
    String disposition() {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                        inline ? "inline" : "attachment",
                        NOT_ASCII.matcher(fileName).replaceAll("_"),
                        percentEncoded(fileName));
    }

    private static String nameOf(Attachments.Row row, String extension) {
        var given = safe(row.fileName());
        var name = given.isEmpty() ? "piece-jointe-" + (row.index() + 1) : given;
        return name.toLowerCase(Locale.ROOT).endsWith(extension) ? name : name + extension;
    }

    private static String safe(@Nullable String given) {
        if (given == null) {
            return "";
        }
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = UNSAFE.matcher(name).replaceAll("_").strip().replaceAll("^[. ]+", "");
        return clean.codePointCount(0, clean.length()) <= MAX_NAME
                ? clean
                : clean.substring(clean.offsetByCodePoints(clean.length(), -MAX_NAME));
    }

    private static String percentEncoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && (Character.isLetterOrDigit(b) || HARMLESS_IN_RFC_5987.indexOf(b) >= 0)) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b));
            }
        }
        return encoded.toString();
    }
}
