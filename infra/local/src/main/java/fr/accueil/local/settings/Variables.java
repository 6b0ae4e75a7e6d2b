package fr.accueil.local.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The environment of this launch: `.env`, and over it the variables that it was started with.
public record Variables(Map<String, String> values) {

    public static Variables of(Path root, Map<String, String> environment) {
        var values = new HashMap<>(DotEnv.read(root.resolve(".env")));
        values.putAll(environment);
        return new Variables(Map.copyOf(values));
    }

    /// What is said about this, also when it says: nothing. A variable that is set but empty is a choice.
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }

    public String getOr(String name, String otherwise) {
        return get(name).filter(value -> !value.isEmpty()).orElse(otherwise);
    }

    public int number(String name, int otherwise) {
        var value = getOr(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new WrongSetting(name + " must be a whole number, but is \"" + value + "\".", e);
        }
    }
}
