package fr.accueil.language.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A list beside these classes: `written written… = meant meant…` a line, `#` for remarks.
final class WordList {

    private WordList() {}

    static Map<String, List<String>> read(String name) {
        try (var stream = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name)) {
            var meanings = new HashMap<String, List<String>>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> add(line, meanings));
            return Map.copyOf(meanings);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static void add(String line, Map<String, List<String>> meanings) {
        int equals = line.lastIndexOf('=');
        var meant = List.of(line.substring(equals + 1).strip().split("\\s+"));
        for (var written : line.substring(0, equals).strip().split("\\s+")) {
            meanings.put(written, meant);
        }
    }
}
