package fr.accueil.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files that processes write to: one of this run, one of the run before.
public final class Logs {

    private static final int TAIL = 65_536;
    private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ (common|more))");
    private static final Pattern ERROR = Pattern.compile("\\berror\\b|✘", Pattern.CASE_INSENSITIVE);

    private Logs() {}

    public static void startAnew(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put " + log + " aside", e);
        }
    }

    static void append(Path log, String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + log, e);
        }
    }

    /// What went wrong in a build: its first errors say more than its last lines, which are advice.
    public static List<String> errors(Path log, int lines) {
        try (Stream<String> all = Files.lines(log)) {
            return all.filter(line -> ERROR.matcher(line).find() && line.length() > 12)
                    .distinct()
                    .limit(lines)
                    .toList();
        } catch (IOException | UncheckedIOException nothingToRead) {
            return List.of();
        }
    }

    /// The last lines that say something: a stack trace's frames push its causes out of sight.
    public static List<String> tail(Path log, int lines) {
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - TAIL));
            var bytes = ByteBuffer.allocate(TAIL);
            while (file.read(bytes) > 0) {
                // until the end, or until there is enough
            }
            var all = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !FRAME.matcher(line).find())
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException nothingWritten) {
            return List.of();
        }
    }
}
