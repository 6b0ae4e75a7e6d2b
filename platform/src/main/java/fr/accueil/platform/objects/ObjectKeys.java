package fr.accueil.platform.objects;

import java.util.regex.Pattern;

/// What a key may be: it becomes a path, so nothing in it may lead out of the tenant's part.
final class ObjectKeys {

    private static final Pattern KEY =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,127}){1,6}");

    private ObjectKeys() {}

    /// @throws IllegalArgumentException without the key itself, which may be anything
    static String checked(String key) {
        if (!KEY.matcher(key).matches() || key.contains("..")) {
            throw new IllegalArgumentException("no key of an object: it is tenant/name, of [A-Za-z0-9_.-]");
        }
        return key;
    }
}
