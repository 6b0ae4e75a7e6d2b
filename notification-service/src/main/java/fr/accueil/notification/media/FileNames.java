package fr.accueil.notification.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a file is called: as its sender says, made harmless. A name comes from a stranger and ends on somebody's disk.
final class FileNames {

    private static final int LONGEST = 120;
    private static final int CARD = 64 * 1024;
    private static final Pattern FULL_NAME = Pattern.compile("(?im)^FN[^:\\r\\n]{0,100}:(.{1,200})$");

    private FileNames() {}

    /// @param given by the answer's header
    /// @return null when nobody gave it a name
    static @Nullable String of(@Nullable String given, FileType type, Path file) throws IOException {
        if (given != null && !harmless(given).isEmpty()) {
            return withExtension(harmless(given), type);
        }
        return type == FileType.VCARD ? nameOfCard(file) : null;
    }

    private static @Nullable String nameOfCard(Path file) throws IOException {
        byte[] card;
        try (var content = Files.newInputStream(file)) {
            card = content.readNBytes(CARD);
        }
        // A long line goes on in the next, after a space.
        var lines = new String(card, UTF_8).replaceAll("\\r?\\n[ \\t]", "").replace("\r", "");
        var name = FULL_NAME.matcher(lines);
        return name.find() && !harmless(name.group(1)).isEmpty()
                ? withExtension(harmless(name.group(1)), FileType.VCARD)
                : null;
    }

    /// No path, no control, nothing that turns the direction of reading, and no more than a name needs.
    private static String harmless(String name) {
        var plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[/\\\\:*?\"<>|;%]", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("^[. ]+", "")
                .replaceFirst("[. ]+$", "");
        return plain.codePoints()
                .limit(LONGEST)
                .filter(it -> !(it >= 0xd800 && it <= 0xdfff))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /// A name may not say that it is something else than it is.
    private static String withExtension(String name, FileType type) {
        var lower = name.toLowerCase(Locale.ROOT);
        return type.extensions().stream().anyMatch(it -> lower.endsWith("." + it))
                ? name
                : name + "." + type.extensions().getFirst();
    }
}
