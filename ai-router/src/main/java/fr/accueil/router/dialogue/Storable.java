package fr.accueil.router.dialogue;

/// What customers write as PostgreSQL can keep it: it knows no NUL and no half of a surrogate pair, which a message
/// that
/// holds one must not die of.
final class Storable {

    private static final int REPLACEMENT = 0xFFFD;

    private Storable() {}

    static String text(String text) {
        return text.codePoints()
                .map(it -> isUnstorable(it) ? REPLACEMENT : it)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isUnstorable(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }
}
