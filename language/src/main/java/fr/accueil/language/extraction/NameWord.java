package fr.accueil.language.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One word of a message as a part of a name might be: hyphens and apostrophes belong to it. Anything else is a break.
record NameWord(String raw, String folded) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{M}]*(?:[-'’][\\p{L}\\p{M}]+)*|\\d+|[^\\s]");
    private static final Set<String> FIRST_NAMES = words("first-names.txt");
    private static final Set<String> OTHERS = words("not-names.txt");
    private static final Set<String> PARTICLES = Set.of(
            "de", "du", "des", "d", "le", "la", "les", "l", "van", "der", "den", "von", "zu", "el", "al", "ben", "bin",
            "da", "dos", "do", "di", "del", "della", "ould", "ait", "st", "saint", "ten", "y", "mac", "mc");
    private static final Set<String> TITLES = Set.of(
            "mme",
            "madame",
            "mr",
            "monsieur",
            "mlle",
            "mademoiselle",
            "mrs",
            "ms",
            "miss",
            "dr",
            "docteur",
            "me",
            "maitre",
            "m",
            "mister",
            "senor",
            "senora",
            "mmes");

    private static Set<String> words(String resource) {
        return Resource.lines(resource).stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Elided words are cut off (`c'est`, `j'ai`, `m'appelle`), those of names are not (`d'Hautecombe`, `N'Diaye`).
    static List<NameWord> of(String text) {
        var words = new ArrayList<NameWord>();
        var match = WORD.matcher(text);
        while (match.find()) {
            var raw = match.group();
            int cut = raw.indexOf('\'') >= 0 ? raw.indexOf('\'') : raw.indexOf('’');
            var head = cut > 0 ? Words.fold(raw.substring(0, cut)) : "";
            boolean smallRest = cut > 0 && Character.isLowerCase(raw.charAt(cut + 1));
            boolean elided =
                    Set.of("c", "j", "jm", "m", "t", "s", "qu", "jusqu").contains(head)
                            || head.equals("l") && smallRest
                            || head.equals("n") && smallRest;
            boolean ofName = head.equals("d") && (cut + 1 < raw.length() && !smallRest);
            if (elided || head.equals("d") && !ofName && OTHERS.contains(Words.fold(raw.substring(cut + 1)))) {
                words.add(new NameWord(raw.substring(0, cut), head));
                var rest = raw.substring(cut + 1);
                words.add(new NameWord(rest, Words.fold(rest)));
            } else {
                words.add(new NameWord(raw, Words.fold(raw)));
            }
        }
        return withoutTitleDots(words);
    }

    private static List<NameWord> withoutTitleDots(List<NameWord> words) {
        var left = new ArrayList<NameWord>();
        for (var word : words) {
            boolean dot = word.raw().equals(".") && !left.isEmpty();
            if (!dot || !left.getLast().isTitle() && left.getLast().raw().length() > 1) {
                left.add(word);
            }
        }
        return left;
    }

    boolean isWord() {
        return Character.isLetter(raw.charAt(0));
    }

    boolean isFirstName() {
        return FIRST_NAMES.contains(folded)
                || folded.contains("-") && FIRST_NAMES.contains(folded.substring(0, folded.indexOf('-')));
    }

    boolean isParticle() {
        return PARTICLES.contains(folded);
    }

    boolean isTitle() {
        return TITLES.contains(folded)
                && (!folded.equals("m") && !folded.equals("me") || Character.isUpperCase(raw.charAt(0)));
    }

    boolean isCapitalised() {
        return Character.isUpperCase(raw.charAt(0));
    }

    boolean isShouted() {
        return raw.length() > 1 && raw.equals(raw.toUpperCase(java.util.Locale.FRENCH)) && isWord();
    }

    boolean isOther() {
        return OTHERS.contains(folded);
    }

    /// May be part of a name: a small ordinary word may not, a single letter only with a capital.
    boolean mayName(boolean afterCue) {
        return isWord()
                && !isTitle()
                && (!isOther() || isShouted() && afterCue)
                && (raw.length() > 1 || isCapitalised());
    }

    /// The word with capitals where a name has them, when it was written all small or all large.
    String proper() {
        boolean small = raw.equals(raw.toLowerCase(java.util.Locale.FRENCH));
        if (!small && !isShouted() || small && isParticle()) {
            return raw;
        }
        var proper = new StringBuilder();
        boolean begins = true;
        for (char letter : raw.toLowerCase(java.util.Locale.FRENCH).toCharArray()) {
            proper.append(begins ? Character.toUpperCase(letter) : letter);
            begins = letter == '-' || letter == '\'' || letter == '’';
        }
        var text = proper.toString();
        return text.startsWith("D'") ? "d'" + text.substring(2) : text;
    }
}
