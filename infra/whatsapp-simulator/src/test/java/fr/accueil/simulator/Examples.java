package fr.accueil.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The bodies that stand beside the repository as examples of what Twilio posts.
final class Examples {

    private Examples() {}

    static Set<String> names(String example) {
        return form(example).keySet();
    }

    static Map<String, String> form(String example) {
        var form = new LinkedHashMap<String, String>();
        for (var pair : read(example).split("&")) {
            var equals = pair.indexOf('=');
            form.put(
                    URLDecoder.decode(pair.substring(0, equals), UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return form;
    }

    private static String read(String example) {
        try {
            return Files.readString(Repository.shared("twilio/examples/" + example + ".txt"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
