package fr.accueil.conversation.faqfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A text as it stands in a spreadsheet, and back, without loss. Pure.
final class Cell {

    /// What a spreadsheet would compute. With apostrophes before it, it is a text that a spreadsheet was told to leave
    /// alone.
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Cell() {}

    /// With one apostrophe more, where a spreadsheet would compute it.
    static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /// Without the apostrophe that kept a spreadsheet from computing it.
    static String written(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /// Several in one cell: `|` between them; within one, a backslash stands before it.
    static String join(List<String> texts) {
        return texts.stream()
                .map(it -> it.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining(" | "));
    }

    static List<String> split(String cell) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            var character = cell.charAt(i);
            if (character == '\\' && i + 1 < cell.length() && "\\|".indexOf(cell.charAt(i + 1)) >= 0) {
                text.append(cell.charAt(++i));
            } else if (character == '|') {
                texts.add(text.toString());
                text.setLength(0);
            } else {
                text.append(character);
            }
        }
        texts.add(text.toString());
        return texts;
    }

    /// @return null when it is neither yes nor no
    static @Nullable Boolean yesOrNo(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "oui", "o", "yes", "y", "vrai", "true", "1", "x" -> true;
            case "non", "n", "no", "faux", "false", "0" -> false;
            default -> null;
        };
    }
}
