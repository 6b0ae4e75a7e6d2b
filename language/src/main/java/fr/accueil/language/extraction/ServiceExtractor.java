package fr.accueil.language.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which services of one catalogue a message is about: those whose traits it names, and whose other traits it lacks
/// least.
final class ServiceExtractor {

    private static final double ENOUGH = 0.38;
    private static final double CLEARLY_AHEAD = 0.04;
    private static final double LEAST_SAID = 0.28;
    private static final double ONE_TRAIT_MISSING = 0.35;
    private static final double ONE_TRAIT_TOO_MANY = 0.5;
    private static final double UNKNOWN_HERE = 0.35;
    private static final double ALIKE = 0.6;

    private record Scored(String key, double score, double said, Set<String> traits) {}

    private final Map<String, Map<String, Double>> traits;
    private final Map<String, Double> rarity = new HashMap<>();
    private final Set<String> ownWords;

    ServiceExtractor(ServiceCatalogue catalogue) {
        traits = catalogue.traits();
        var counts = new HashMap<String, Integer>();
        traits.values().forEach(own -> own.keySet().forEach(trait -> counts.merge(trait, 1, Integer::sum)));
        double all = Math.log(1.0 + traits.size());
        counts.forEach((trait, count) -> rarity.put(trait, Math.log(1 + (double) traits.size() / count) / all));
        ownWords =
                counts.keySet().stream().filter(trait -> trait.startsWith("'")).collect(Collectors.toUnmodifiableSet());
    }

    @Nullable
    String extract(String text) {
        var best = best(said(text));
        return best == null ? null : best.key();
    }

    /// Several in one message: the one that fits the whole first, then what the rest of it still asks for.
    List<String> extractAll(String text) {
        var left = new HashMap<>(said(text));
        var keys = new ArrayList<String>();
        var best = best(left);
        while (best != null && !keys.contains(best.key())) {
            keys.add(best.key());
            best.traits().forEach(left::remove);
            left.values().removeIf(strength -> strength < 1);
            left.keySet().removeIf(trait -> weight(trait) < ENOUGH);
            best = left.isEmpty() ? null : best(left);
        }
        return keys.isEmpty() ? perPart(text) : List.copyOf(keys);
    }

    private List<String> perPart(String text) {
        var keys = new ArrayList<String>();
        for (var part : text.split("(?i)\\s+(et|puis|plus|ou|and)\\s+|[,+&;]")) {
            var key = extract(part);
            if (key != null && !keys.contains(key)) {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }

    private Map<String, Double> said(String text) {
        var words = ServiceWords.of(text);
        var said = new HashMap<>(Concepts.standard().read(words));
        for (var word : words) {
            if (!ServiceWords.isEmpty(word)) {
                ownWords.stream().filter(own -> isAlike(own.substring(1), word)).forEach(own -> said.put(own, 1.0));
            }
        }
        return said;
    }

    private static boolean isAlike(String label, String word) {
        if (label.equals(word)) {
            return true;
        }
        return label.length() >= 5
                && word.length() >= 4
                && label.charAt(0) == word.charAt(0)
                && Typos.likeness(label, word) >= ALIKE;
    }

    private @Nullable Scored best(Map<String, Double> said) {
        var ranked = traits.entrySet().stream()
                .map(entry -> scored(entry.getKey(), entry.getValue(), said))
                .filter(scored -> scored.said() >= LEAST_SAID && scored.score() >= ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        if (ranked.isEmpty()) {
            return null;
        }
        boolean clear =
                ranked.size() == 1 || ranked.get(0).score() - ranked.get(1).score() >= CLEARLY_AHEAD;
        return clear ? ranked.getFirst() : null;
    }

    private Scored scored(String key, Map<String, Double> own, Map<String, Double> said) {
        double common = 0;
        double missing = 0;
        double extra = 0;
        for (var trait : own.entrySet()) {
            double strength = said.getOrDefault(trait.getKey(), 0.0);
            common += weight(trait.getKey())
                    * Math.min(strength, Math.max(trait.getValue(), strength * trait.getValue()));
            missing += strength > 0 ? 0 : weight(trait.getKey()) * trait.getValue();
        }
        for (var trait : said.entrySet()) {
            extra += own.containsKey(trait.getKey()) ? 0 : weight(trait.getKey()) * trait.getValue();
        }
        double all = common + ONE_TRAIT_MISSING * missing + ONE_TRAIT_TOO_MANY * extra;
        return new Scored(key, all == 0 ? 0 : common / all, common, own.keySet());
    }

    private double weight(String trait) {
        return Concepts.standard().weight(trait) * rarity.getOrDefault(trait, UNKNOWN_HERE);
    }
}
