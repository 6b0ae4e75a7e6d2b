package fr.accueil.language.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A list beside these classes: `written written… = meant meant…` a line, `#` for remarks.
final class WordList {

    private WordList() {}

    /// A written form and what it means.
    record Entry(String written, List<String> meant) {}

    /// The last line for a written form counts.
    static Map<String, List<String>> read(String name) {
        var meanings = new HashMap<String, List<String>>();
        for (var entry : lines(name)) {
            meanings.put(entry.written(), entry.meant());
        }
        return Map.copyOf(meanings);
    }

    static List<Entry> lines(String name) {
        try (var stream = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .flatMap(WordList::entries)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Stream<Entry> entries(String line) {
        int equals = line.lastIndexOf('=');
        var meant = List.of(line.substring(equals + 1).strip().split("\\s+"));
        return Stream.of(line.substring(0, equals).strip().split("\\s+")).map(written -> new Entry(written, meant));
    }
}
