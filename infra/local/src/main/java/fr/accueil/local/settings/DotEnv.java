package fr.accueil.local.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// `NAME=value` a line, as a shell would read it: comments, `export`, and quotes around a value are understood.
public final class DotEnv {

    private DotEnv() {}

    /// @return nothing when there is no such file
    public static Map<String, String> read(Path file) {
        if (Files.notExists(file)) {
            return Map.of();
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Map<String, String> parse(String text) {
        var values = new LinkedHashMap<String, String>();
        text.lines().map(String::strip).forEach(line -> {
            var equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                var name = line.substring(0, equals).strip();
                values.put(name.startsWith("export ") ? name.substring(7).strip() : name, value(line, equals));
            }
        });
        return values;
    }

    private static String value(String line, int equals) {
        var value = line.substring(equals + 1).strip();
        for (var quote : new String[] {"\"", "'"}) {
            if (value.length() > 1 && value.startsWith(quote) && value.indexOf(quote, 1) > 0) {
                return value.substring(1, value.indexOf(quote, 1));
            }
        }
        var comment = value.startsWith("#") ? 0 : value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).strip();
    }
}
