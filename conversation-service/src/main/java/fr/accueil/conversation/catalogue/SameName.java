package fr.accueil.conversation.catalogue;

import java.text.Normalizer;
import java.util.Locale;

/// Two names that a customer would take for one: whatever their capitals, accents and spaces.
final class SameName {

    private SameName() {}

    static boolean areSame(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replace('’', '\'')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
