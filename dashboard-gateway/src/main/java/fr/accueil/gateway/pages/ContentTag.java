package fr.accueil.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/// An ETag that follows from the bytes alone, and so is the same at every gateway instance.
class ContentTag {

    private final Map<URI, String> tags = new ConcurrentHashMap<>();

    String of(Resource file) {
        try {
            return tags.computeIfAbsent(file.getURI(), _ -> digest(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Resource file) {
        try (var content = file.getInputStream()) {
            return '"' + DigestUtils.md5DigestAsHex(content) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
