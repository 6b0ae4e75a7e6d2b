package fr.accueil.router.knowledge;

import static java.util.Comparator.comparingDouble;

import fr.accueil.events.FaqId;
import fr.accueil.language.faq.Caution;
import fr.accueil.language.faq.FaqEntry;
import fr.accueil.language.faq.FaqFinder;
import fr.accueil.language.faq.FaqFinding;
import fr.accueil.language.faq.FaqFinding.Cause;
import fr.accueil.language.faq.FaqShelf;
import fr.accueil.router.french.French;
import fr.accueil.router.french.Phrases;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One business's FAQs, ready to be asked. Immutable: a change of a FAQ makes a new one.
///
/// Which FAQ settles a question is for the trained finder of `language` to say. The search by words beside it only
/// ranks
/// what a language model is shown: a score is the share of what was asked that the FAQ speaks of, rare words counting
/// more, times how near it comes to one of the ways in which the business puts the question.
public final class FaqIndex {

    private static final Phrases TOPICS = Phrases.of("topics.txt");

    private static final double IN_ANSWER = 0.6;
    private static final double TOPIC_WEIGHT = 1.6;
    private static final double UNHEARD_OF = 0.55;
    private static final double NEARNESS = 0.45;

    /// One for all businesses: it never changes, and takes some megabytes.
    private static final FaqFinder FINDER = FaqFinder.load();

    private final List<Entry> entries;
    private final Map<String, Integer> spread;
    private final FaqShelf shelf;
    private final Caution caution;

    private FaqIndex(List<Entry> entries, Map<String, Integer> spread, FaqShelf shelf, Caution caution) {
        this.entries = entries;
        this.spread = spread;
        this.shelf = shelf;
        this.caution = caution;
    }

    public static FaqIndex of(List<Faq> faqs) {
        return of(faqs, Caution.USUAL);
    }

    /// @param caution how sure it must be that one settles a question
    public static FaqIndex of(List<Faq> faqs, Caution caution) {
        var entries = faqs.stream().map(Entry::of).toList();
        var spread = new HashMap<String, Integer>();
        entries.forEach(entry -> entry.terms.keySet().forEach(term -> spread.merge(term, 1, Integer::sum)));
        return new FaqIndex(
                entries,
                Map.copyOf(spread),
                FINDER.shelve(faqs.stream().map(FaqIndex::toEntry).toList()),
                caution);
    }

    public Caution caution() {
        return caution;
    }

    /// In the business's own order.
    public List<Faq> all() {
        return entries.stream().map(Entry::faq).toList();
    }

    private static FaqEntry toEntry(Faq faq) {
        return new FaqEntry(faq.id().toString(), faq.question(), faq.answer(), faq.variants());
    }

    /// @param settling the surest first; empty when none surely does: a wrong answer is worse than a hand-over
    /// @param nearest where none settles it; null when none comes near
    public record Found(List<FaqMatch> settling, @Nullable FaqId nearest) {}

    /// What settles what a message asks.
    public Found find(String message) {
        return switch (FINDER.find(shelf, message, caution)) {
            case FaqFinding.Settled(var matches) ->
                new Found(
                        matches.stream()
                                .map(match -> new FaqMatch(faq(match.entry()), match.likelihood()))
                                .toList(),
                        null);
            case FaqFinding.Unsettled(var nearest, var cause) ->
                new Found(
                        List.of(),
                        nearest.filter(_ -> cause == Cause.TOUCHED_NOT_SETTLED)
                                .map(match -> faq(match.entry()).id())
                                .orElse(null));
        };
    }

    private Faq faq(FaqEntry entry) {
        return entries.stream()
                .map(Entry::faq)
                .filter(it -> it.id().toString().equals(entry.id()))
                .findFirst()
                .orElseThrow();
    }

    /// Every FAQ that has something of the question, the best first.
    public List<FaqMatch> search(String question) {
        var asked = termsOf(question);
        return entries.stream()
                .map(entry -> new FaqMatch(entry.faq, score(asked, entry)))
                .filter(match -> match.score() > 0)
                .sorted(comparingDouble(FaqMatch::score).reversed())
                .toList();
    }

    private double score(Set<String> asked, Entry entry) {
        double covered = 0;
        double whole = 0;
        for (var term : asked) {
            covered += weight(term) * entry.terms.getOrDefault(term, 0.0);
            whole += weight(term);
        }
        if (covered == 0) {
            return 0;
        }
        double near = entry.phrasings.stream()
                .mapToDouble(it -> nearness(asked, it))
                .max()
                .orElse(0);
        return covered / whole * (1 - NEARNESS + NEARNESS * near);
    }

    /// The cosine of the two bags of terms.
    private double nearness(Set<String> asked, Set<String> phrasing) {
        double both = 0;
        for (var term : asked) {
            if (phrasing.contains(term)) {
                both += weight(term) * weight(term);
            }
        }
        return both == 0 ? 0 : both / (length(asked) * length(phrasing));
    }

    private double length(Set<String> terms) {
        return Math.sqrt(
                terms.stream().mapToDouble(term -> weight(term) * weight(term)).sum());
    }

    private double weight(String term) {
        var in = spread.get(term);
        double rarity = Math.log(1 + (entries.size() + 1) / (0.5 + (in == null ? 1 : in)));
        double known = in == null && !isTopic(term) ? UNHEARD_OF : 1;
        return rarity * known * (isTopic(term) ? TOPIC_WEIGHT : 1);
    }

    private static Set<String> termsOf(String text) {
        var words = French.words(text);
        return Stream.concat(
                        French.stems(words).stream(), TOPICS.in(words).stream().map(topic -> "#" + topic))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isTopic(String term) {
        return term.startsWith("#");
    }

    /// @param terms what it speaks of, and how much a question about it may lean on that
    private record Entry(Faq faq, Map<String, Double> terms, List<Set<String>> phrasings) {

        static Entry of(Faq faq) {
            var phrasings = Stream.concat(Stream.of(faq.question()), faq.variants().stream())
                    .map(FaqIndex::termsOf)
                    .toList();
            var terms = termsOf(faq.answer()).stream()
                    .collect(Collectors.toMap(Function.identity(), _ -> IN_ANSWER, (a, _) -> a, HashMap::new));
            var asked = new HashSet<String>();
            phrasings.forEach(asked::addAll);
            asked.forEach(term -> terms.put(term, 1.0));
            return new Entry(faq, Map.copyOf(terms), phrasings);
        }
    }
}
