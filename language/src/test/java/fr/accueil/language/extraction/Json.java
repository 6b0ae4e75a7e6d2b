package fr.accueil.language.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the JSON of the evaluation files, so that the module needs no library for its tests.
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Map<?, ?> object(String text) {
        return (Map<?, ?>) java.util.Objects.requireNonNull(new Json(text).value());
    }

    private @Nullable Object value() {
        skipBlanks();
        return switch (text.charAt(at)) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> string();
            default -> literal();
        };
    }

    private Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        at++;
        for (skipBlanks(); text.charAt(at) != '}'; skipBlanks()) {
            if (text.charAt(at) == ',') {
                at++;
                skipBlanks();
            }
            var name = string();
            skipBlanks();
            at++;
            members.put(name, value());
        }
        at++;
        return members;
    }

    private List<@Nullable Object> items() {
        var items = new ArrayList<@Nullable Object>();
        at++;
        for (skipBlanks(); text.charAt(at) != ']'; skipBlanks()) {
            if (text.charAt(at) == ',') {
                at++;
            }
            items.add(value());
        }
        at++;
        return items;
    }

    private String string() {
        var string = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) != '\\') {
                string.append(text.charAt(at));
            } else if (text.charAt(++at) == 'u') {
                string.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                string.append(text.charAt(at) == 'n' ? '\n' : text.charAt(at));
            }
        }
        at++;
        return string.toString();
    }

    private @Nullable Object literal() {
        int from = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))
                || text.charAt(at) == '.'
                || text.charAt(at) == '-') {
            at++;
        }
        var literal = text.substring(from, at);
        return literal.equals("null") ? null : literal;
    }

    private void skipBlanks() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
