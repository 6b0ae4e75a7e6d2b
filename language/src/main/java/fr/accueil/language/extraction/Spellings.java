package fr.accueil.language.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// How customers write calendar words: SMS forms from a list, misspellings by distance, other languages by translation.
final class Spellings {

    private static final Map<String, List<String>> KNOWN = read();

    /// The words worth mending. A shorter one is mended only when two letters changed places.
    private static final List<String> CALENDAR = List.of(
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "juin",
            "juillet",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
            "demain",
            "aujourdhui",
            "apresdemain",
            "apresmidi",
            "matin",
            "matinee",
            "soiree",
            "prochain",
            "prochaine",
            "semaine",
            "heures",
            "apres",
            "avant",
            "partir",
            "jusqua",
            "weekend",
            "lendemain",
            "paques",
            "ascension",
            "pentecote");

    /// Real words that are near one of them.
    private static final Set<String> OTHERS = Set.of(
            "mari",
            "marie",
            "marc",
            "marin",
            "latin",
            "satin",
            "malin",
            "mutin",
            "matins",
            "lundis",
            "mardis",
            "domaine",
            "expres",
            "pres",
            "avait",
            "avants",
            "auant",
            "savant",
            "devant",
            "heureux",
            "heurte",
            "partie",
            "parti",
            "partis",
            "parfum",
            "partit",
            "partira",
            "lendemains",
            "patin",
            "soiree",
            "mention",
            "juillette",
            "marsa",
            "juan",
            "jean",
            "julie",
            "jouin",
            "avoir",
            "avril",
            "demande",
            "demandes",
            "demandai",
            "semaines",
            "apprise",
            "appris",
            "marte",
            "martin",
            "prochains",
            "lucie",
            "maria",
            "mardy",
            "sam",
            "demaine",
            "avent",
            "après",
            "heure",
            "fevre",
            "paquet",
            "paquets",
            "matinal",
            "matine",
            "chemin",
            "semelle",
            "vendre",
            "vend",
            "vendu",
            "jeune",
            "jeudis",
            "vanant",
            "avances",
            "avance",
            "sortir",
            "portier",
            "martine");

    private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1{2,}");

    private Spellings() {}

    /// What a whole chunk between spaces stands for, such as `dem1`; empty for an ordinary one.
    static List<String> ofChunk(String chunk) {
        if (chunk.chars().noneMatch(letter -> Character.isDigit(letter) || letter == '-')) {
            return List.of();
        }
        return KNOWN.getOrDefault(chunk, List.of());
    }

    static List<String> of(String folded) {
        var word = DRAWN_OUT.matcher(folded).replaceAll("$1");
        var known = KNOWN.get(word);
        if (known != null) {
            return known;
        }
        var mended = mended(word);
        return KNOWN.getOrDefault(mended, List.of(mended));
    }

    private static String mended(String word) {
        if (word.length() < 4 || OTHERS.contains(word) || CALENDAR.contains(word)) {
            return word;
        }
        return CALENDAR.stream()
                .filter(right -> isMisspelt(word, right))
                .findFirst()
                .orElse(word);
    }

    private static boolean isMisspelt(String word, String right) {
        if (word.charAt(0) != right.charAt(0) || Math.abs(word.length() - right.length()) > 2) {
            return false;
        }
        int distance = Typos.distance(word, right);
        if (right.length() < 5 || word.length() < 5) {
            return distance == 1
                    && (word.length() == right.length() && Typos.sameLetters(word, right)
                            || right.length() > 5 && word.length() == right.length() - 1);
        }
        return distance <= (right.length() >= 8 ? 2 : 1);
    }

    private static Map<String, List<String>> read() {
        var known = new HashMap<String, List<String>>();
        for (var line : Resource.lines("spellings.txt")) {
            int equals = line.indexOf('=');
            var meant = List.of(line.substring(equals + 1).strip().split(" "));
            for (var written : line.substring(0, equals).strip().split("\\s+")) {
                known.put(written, meant);
            }
        }
        return Map.copyOf(known);
    }
}
