package fr.accueil.language.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The services that can be asked for, each by its key, its label and other names that the business gave it.
public record ServiceCatalogue(List<Entry> entries) {

    /// @param synonyms what else the business or its customers call it; often none
    public record Entry(String key, String label, List<String> synonyms) {

        public Entry {
            synonyms = List.copyOf(synonyms);
        }
    }

    public ServiceCatalogue {
        entries = List.copyOf(entries);
    }

    public static ServiceCatalogue of(Map<String, String> labels) {
        return new ServiceCatalogue(labels.entrySet().stream()
                .map(label -> new Entry(label.getKey(), label.getValue(), List.of()))
                .toList());
    }

    private static final Pattern ASIDE = Pattern.compile("\\(([^)]*)\\)");
    private static final double OF_AN_ASIDE = 0.5;
    private static final double BESIDE_A_CONCEPT = 0.4;

    /// What each service is about, with how much each trait says of it.
    Map<String, Map<String, Double>> traits() {
        var traits = new HashMap<String, Map<String, Double>>();
        for (var entry : entries) {
            var own = new HashMap<String, Double>();
            add(own, ASIDE.matcher(entry.label()).replaceAll(" "), 1);
            add(own, entry.key(), 1);
            var aside = ASIDE.matcher(entry.label());
            while (aside.find()) {
                add(own, aside.group(1), OF_AN_ASIDE);
            }
            entry.synonyms().forEach(synonym -> add(own, synonym, 1));
            traits.put(entry.key(), Map.copyOf(own));
        }
        return Map.copyOf(traits);
    }

    private static void add(Map<String, Double> traits, String text, double share) {
        var words = ServiceWords.of(text);
        var concepts = Concepts.standard();
        concepts.read(words).forEach((concept, strength) -> {
            if (strength >= 1) {
                traits.merge(concept, share, Math::max);
            }
        });
        double ofAWord = concepts.read(words).isEmpty() ? share : share * BESIDE_A_CONCEPT;
        var known = concepts.known(words);
        words.stream()
                .filter(word -> !ServiceWords.isEmpty(word) && !known.contains(word))
                .forEach(word -> traits.merge("'" + word, ofAWord, Math::max));
    }
}
