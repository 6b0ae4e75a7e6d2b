package fr.accueil.router.french;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The word lists beside the code: `#` starts a comment, one entry per line.
public final class WordLists {

    private WordLists() {}

    public static List<String> lines(String file) {
        var stream = WordLists.class.getResourceAsStream("/french/" + file);
        if (stream == null) {
            throw new IllegalStateException("the word list " + file + " is missing");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> words(String file) {
        return lines(file).stream()
                .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
                .collect(toUnmodifiableSet());
    }

    /// Lines such as `slt = salut`: what is written, and the words that are meant.
    static Map<String, List<String>> spellings(String file) {
        return lines(file).stream()
                .map(line -> line.split("\\s*=\\s*", 2))
                .collect(toUnmodifiableMap(pair -> pair[0], pair -> List.of(pair[1].split("\\s+", -1))));
    }
}
