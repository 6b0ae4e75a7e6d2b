package fr.accueil.language.faq;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// A question compared with every entry of a shelf: one row of numbers each, always the same measures in the same
/// order.
/// What they mean for the answer is learnt (see [Trees]).
public final class Comparison {

    /// From this likeness on two words are one, written or inflected otherwise.
    private static final double SAME = 0.75;

    /// Under this likeness a word of the question is not found in the entry.
    private static final double FOUND = 0.35;

    /// A word tells this much when hardly an entry speaks of it.
    private static final double NOWHERE = 3;

    private static final int[][] KINDS = Resource.lines(Comparison.class, "kinds.txt").stream()
            .map(line ->
                    Arrays.stream(line.split("\\s+")).mapToInt(Concepts::named).toArray())
            .toArray(int[][]::new);

    private final Reading question;
    private final WordMeanings meanings;

    /// The question's words; what is found out of them below stands in this order.
    private final String[] stems;

    private final double[] rarities;

    /// By word, how few entries of the shelf speak of it: what only one says tells it from the others.
    private final double[] stemTells;

    private final double[] conceptTells = new double[Concepts.count()];

    /// By word of the entries: how like it the question's words are. Each is found out once, and most stand in several
    /// texts.
    private final Map<String, double[]> likenesses = new HashMap<>();

    /// By text: how like the question's words are to the likest of its words.
    private final Map<Reading, double[]> likest = new IdentityHashMap<>();

    private Comparison(Reading question, List<ShelvedFaq> faqs, WordMeanings meanings) {
        this.question = question;
        this.meanings = meanings;
        this.stems = question.stems().toArray(String[]::new);
        this.rarities = new double[stems.length];
        this.stemTells = new double[stems.length];
        for (int i = 0; i < stems.length; i++) {
            int word = i;
            rarities[i] = meanings.rarity(stems[i]);
            stemTells[i] = tells(
                    faqs.stream()
                            .filter(faq -> likest(faq.whole())[word] >= SAME)
                            .count(),
                    faqs.size());
        }
        var asked = question.concepts();
        for (int concept = asked.nextSetBit(0); concept >= 0; concept = asked.nextSetBit(concept + 1)) {
            int one = concept;
            conceptTells[concept] =
                    tells(faqs.stream().filter(faq -> faq.concepts().get(one)).count(), faqs.size());
        }
    }

    private static double tells(long with, int all) {
        return Math.log((all + 1.0) / (with + 0.5));
    }

    static double[][] rows(Reading question, List<ShelvedFaq> faqs, WordMeanings meanings) {
        var comparison = new Comparison(question, faqs, meanings);
        var alone = new Row[faqs.size()];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = comparison.with(faqs.get(i));
        }
        var rows = new double[alone.length][];
        for (int i = 0; i < rows.length; i++) {
            addRivals(alone, i);
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] = alone[i].numbers();
        }
        return rows;
    }

    private Row with(ShelvedFaq faq) {
        var row = new Row();
        addTopics(row, faq);
        addLikelihood(row, faq);
        addWords(row, faq);
        addConcepts(row, faq);
        addNearestSentence(row, faq);
        addTelling(row, faq);
        addKinds(row, faq);
        addNumbers(row, faq);
        row.add(question.decision()[question.top()[0]]);
        row.add(question.decision()[question.top()[0]] - question.decision()[question.top()[1]]);
        row.add(question.stems().size());
        row.add(question.concepts().cardinality());
        row.add(question.wordCount());
        row.add(faq.whole().stems().size());
        return row;
    }

    private void addTopics(Row row, ShelvedFaq faq) {
        double asked = greatest(faq.questions(), question::topicLikeness);
        double sentence = greatest(faq.sentences(), question::topicLikeness);
        double inContext = greatest(faq.inContext(), question::topicLikeness);
        double whole = question.topicLikeness(faq.whole());
        row.add(asked);
        row.add(sentence);
        row.add(inContext);
        row.add(whole);
        row.topics = Math.max(Math.max(asked, sentence), inContext);

        double nearest = 0;
        for (int place = 0; place < question.top().length; place++) {
            int topic = question.top()[place];
            double found = Math.max(
                    greatest(faq.questions(), text -> text.placeOf(topic)),
                    greatest(faq.sentences(), text -> text.placeOf(topic)));
            if (place == 0) {
                row.add(found);
            }
            nearest = Math.max(nearest, found / (place + 1));
        }
        row.add(nearest);
        int first = question.top()[0];
        row.add(Math.max(
                greatest(faq.questions(), text -> text.decision()[first]),
                greatest(faq.sentences(), text -> text.decision()[first])));
        row.add(Math.max(
                greatest(faq.questions(), text -> question.decision()[text.top()[0]]),
                greatest(faq.sentences(), text -> question.decision()[text.top()[0]])));
    }

    /// How likely it is that the question's topic is one that the entry is about.
    private void addLikelihood(Row row, ShelvedFaq faq) {
        double asked = covered(faq.asksAbout());
        double sentence = covered(faq.saysAbout());
        double inContext = covered(faq.saysInContext());
        row.add(asked);
        row.add(sentence);
        row.add(inContext);
        row.likelihood = Math.max(Math.max(asked, sentence), inContext);
        row.add(row.likelihood);
        row.add(question.likelihoods()[question.top()[0]]);
    }

    private double covered(float[] likelihoods) {
        double sum = 0;
        for (int topic = 0; topic < likelihoods.length; topic++) {
            sum += question.likelihoods()[topic] * likelihoods[topic];
        }
        return sum;
    }

    private void addWords(Row row, ShelvedFaq faq) {
        double asked = greatest(faq.questions(), text -> question.stemWeights().likeness(text.stemWeights()));
        double sentence =
                greatest(faq.sentences(), text -> question.stemWeights().likeness(text.stemWeights()));
        double whole = question.stemWeights().likeness(faq.whole().stemWeights());
        row.words = Math.max(Math.max(asked, sentence), whole);
        row.add(asked);
        row.add(sentence);
        row.add(whole);
        row.add(greatest(faq.sentences(), text -> question.runs().likeness(text.runs())));
        row.add(question.runs().likeness(faq.whole().runs()));
        addCover(row, faq);
    }

    /// How much of what the question says is found in the entry, and the rarest word that is not.
    private void addCover(Row row, ShelvedFaq faq) {
        double all = 0;
        double covered = 0;
        double literal = 0;
        double inAnswer = 0;
        double rarestMissing = 0;
        double missing = 0;
        int missingWords = 0;
        int unknownMissing = 0;
        var inWhole = likest(faq.whole());
        var inAnswerOnly = likest(faq.answer());
        for (int i = 0; i < stems.length; i++) {
            double rarity = rarities[i];
            double likeness = inWhole[i];
            all += rarity;
            covered += rarity * likeness;
            literal += faq.whole().stems().contains(stems[i]) ? rarity : 0;
            inAnswer += rarity * inAnswerOnly[i];
            if (likeness < FOUND) {
                if (meanings.knows(stems[i])) {
                    missingWords++;
                    rarestMissing = Math.max(rarestMissing, rarity);
                    missing += rarity * (1 - likeness);
                } else {
                    unknownMissing++;
                }
            }
        }
        row.cover = all == 0 ? 0 : covered / all;
        row.add(row.cover);
        row.add(all == 0 ? 0 : literal / all);
        row.add(all == 0 ? 0 : inAnswer / all);
        row.add(rarestMissing);
        row.add(missing);
        row.add(missingWords);
        row.add(unknownMissing);
    }

    private double[] likest(Reading text) {
        return likest.computeIfAbsent(text, this::findLikest);
    }

    private double[] findLikest(Reading text) {
        var greatest = new double[stems.length];
        for (var other : text.stems()) {
            var like = likenesses.computeIfAbsent(other, this::likenessTo);
            for (int i = 0; i < greatest.length; i++) {
                greatest[i] = Math.max(greatest[i], like[i]);
            }
        }
        return greatest;
    }

    private double[] likenessTo(String other) {
        var like = new double[stems.length];
        for (int i = 0; i < like.length; i++) {
            like[i] = meanings.likeness(stems[i], other);
        }
        return like;
    }

    private void addConcepts(Row row, ShelvedFaq faq) {
        double all = 0;
        double covered = 0;
        double inAnswer = 0;
        double rarestMissing = 0;
        int servicesFound = 0;
        int servicesMissing = 0;
        var asked = question.concepts();
        for (int concept = asked.nextSetBit(0); concept >= 0; concept = asked.nextSetBit(concept + 1)) {
            double rarity = meanings.rarity(concept);
            boolean found = faq.concepts().get(concept);
            all += rarity;
            covered += found ? rarity : 0;
            inAnswer += faq.answer().concepts().get(concept) ? rarity : 0;
            rarestMissing = found ? rarestMissing : Math.max(rarestMissing, rarity);
            if (Concepts.isService(concept)) {
                servicesFound += found ? 1 : 0;
                servicesMissing += found ? 0 : 1;
            }
        }
        row.concepts = all == 0 ? 0 : covered / all;
        row.add(row.concepts);
        row.add(all == 0 ? 0 : inAnswer / all);
        row.add(rarestMissing);
        row.add(servicesMissing);
        row.add(servicesFound);
        double best = 0;
        for (var sentence : faq.inContext()) {
            best = Math.max(best, all == 0 ? 0 : rarityOf(sentence.concepts()) / all);
        }
        row.add(best);
    }

    private double rarityOf(BitSet concepts) {
        double sum = 0;
        var asked = question.concepts();
        for (int concept = asked.nextSetBit(0); concept >= 0; concept = asked.nextSetBit(concept + 1)) {
            sum += concepts.get(concept) ? meanings.rarity(concept) : 0;
        }
        return sum;
    }

    /// How much of what the question says tells this entry from the others of the shelf, and what none of them says.
    private void addTelling(Row row, ShelvedFaq faq) {
        double all = 0;
        double found = 0;
        double foundInAnswer = 0;
        double mostTelling = 0;
        double rarestFound = 0;
        double rarestFoundInAnswer = 0;
        double nowhere = 0;
        var inWhole = likest(faq.whole());
        var inAnswer = likest(faq.answer());
        for (int i = 0; i < stems.length; i++) {
            double tells = stemTells[i];
            boolean isFound = inWhole[i] >= SAME;
            boolean isInAnswer = inAnswer[i] >= SAME;
            all += tells;
            found += isFound ? tells : 0;
            foundInAnswer += isInAnswer ? tells : 0;
            mostTelling = isFound ? Math.max(mostTelling, tells) : mostTelling;
            rarestFound = isFound ? Math.max(rarestFound, rarities[i]) : rarestFound;
            rarestFoundInAnswer = isInAnswer ? Math.max(rarestFoundInAnswer, rarities[i]) : rarestFoundInAnswer;
            nowhere += tells > NOWHERE ? rarities[i] : 0;
        }
        double allConcepts = 0;
        double foundConcepts = 0;
        double mostTellingConcept = 0;
        var asked = question.concepts();
        for (int concept = asked.nextSetBit(0); concept >= 0; concept = asked.nextSetBit(concept + 1)) {
            boolean isFound = faq.concepts().get(concept);
            allConcepts += conceptTells[concept];
            foundConcepts += isFound ? conceptTells[concept] : 0;
            mostTellingConcept = isFound ? Math.max(mostTellingConcept, conceptTells[concept]) : mostTellingConcept;
        }
        row.telling = found + foundConcepts;
        row.add(all == 0 ? 0 : found / all);
        row.add(found);
        row.add(foundInAnswer);
        row.add(mostTelling);
        row.add(rarestFound);
        row.add(rarestFoundInAnswer);
        row.add(nowhere);
        row.add(allConcepts == 0 ? 0 : foundConcepts / allConcepts);
        row.add(foundConcepts);
        row.add(mostTellingConcept);
    }

    /// The one sentence that comes nearest, seen by itself after the entry's question: an answer settles in one place.
    private void addNearestSentence(Row row, ShelvedFaq faq) {
        Reading nearest = faq.inContext().getFirst();
        Cover best = Cover.NONE;
        double greatest = -1;
        for (int i = 0; i < faq.inContext().size(); i++) {
            var text = faq.inContext().get(i);
            var cover = cover(text);
            double together = question.topicLikeness(text)
                    + question.topicLikeness(faq.sentences().get(i))
                    + cover.words()
                    + cover.concepts();
            if (together > greatest) {
                greatest = together;
                nearest = text;
                best = cover;
            }
        }
        row.add(question.topicLikeness(nearest));
        row.add(best.words());
        row.add(best.rarestMissing());
        row.add(best.concepts());
        row.add(best.rarestMissingConcept());
        row.add(greatest);
        row.add(carries(nearest, "price"));
        row.add(carries(nearest, "duration"));
    }

    /// 0 not asked, 1 carried by the sentence, -1 not.
    private double carries(Reading sentence, String concept) {
        int number = Concepts.named(concept);
        return !question.concepts().get(number) ? 0 : sentence.concepts().get(number) ? 1 : -1;
    }

    /// What of the question a text covers.
    private record Cover(double words, double rarestMissing, double concepts, double rarestMissingConcept) {
        static final Cover NONE = new Cover(0, 0, 0, 0);
    }

    private Cover cover(Reading text) {
        double all = 0;
        double covered = 0;
        double rarestMissing = 0;
        var found = likest(text);
        for (int i = 0; i < stems.length; i++) {
            double rarity = rarities[i];
            double likeness = found[i];
            all += rarity;
            covered += rarity * likeness;
            rarestMissing = likeness < FOUND ? Math.max(rarestMissing, rarity) : rarestMissing;
        }
        double allConcepts = 0;
        double coveredConcepts = 0;
        double rarestMissingConcept = 0;
        var asked = question.concepts();
        for (int concept = asked.nextSetBit(0); concept >= 0; concept = asked.nextSetBit(concept + 1)) {
            double rarity = meanings.rarity(concept);
            allConcepts += rarity;
            if (text.concepts().get(concept)) {
                coveredConcepts += rarity;
            } else {
                rarestMissingConcept = Math.max(rarestMissingConcept, rarity);
            }
        }
        return new Cover(
                all == 0 ? 0 : covered / all,
                rarestMissing,
                allConcepts == 0 ? 0 : coveredConcepts / allConcepts,
                rarestMissingConcept);
    }

    /// For each kind of thing that can be asked: 0 not asked, 2 the very thing is there, 1 one of its kind, -1 none.
    private void addKinds(Row row, ShelvedFaq faq) {
        int agreeing = 0;
        int missing = 0;
        for (var kind : KINDS) {
            boolean asked = false;
            boolean same = false;
            boolean there = false;
            for (int concept : kind) {
                asked |= question.concepts().get(concept);
                there |= faq.concepts().get(concept);
                same |= question.concepts().get(concept) && faq.concepts().get(concept);
            }
            row.add(!asked ? 0 : same ? 2 : there ? 1 : -1);
            agreeing += asked && there ? 1 : 0;
            missing += asked && !there ? 1 : 0;
        }
        row.add(agreeing);
        row.add(missing);
    }

    private void addNumbers(Row row, ShelvedFaq faq) {
        int found = 0;
        for (var number : question.numbers()) {
            found += faq.whole().numbers().contains(number) ? 1 : 0;
        }
        row.add(found);
        row.add(question.numbers().size() - found);
    }

    /// How the entry stands to the best of the others, by each measure.
    private static void addRivals(Row[] rows, int at) {
        addRivals(rows, at, row -> row.topics);
        addRivals(rows, at, row -> row.cover);
        addRivals(rows, at, row -> row.words);
        addRivals(rows, at, row -> row.concepts);
        addRivals(rows, at, row -> row.likelihood);
        addRivals(rows, at, row -> row.telling);
        addRivals(rows, at, Row::together);
        rows[at].add(rows[at].together());
    }

    private static void addRivals(Row[] rows, int at, ToDoubleFunction<Row> measure) {
        double own = measure.applyAsDouble(rows[at]);
        double greatest = -1;
        int before = 0;
        for (int i = 0; i < rows.length; i++) {
            if (i != at) {
                double other = measure.applyAsDouble(rows[i]);
                greatest = Math.max(greatest, other);
                before += other > own ? 1 : 0;
            }
        }
        rows[at].add(own - greatest);
        rows[at].add(before);
    }

    private static double greatest(List<Reading> texts, ToDoubleFunction<Reading> measure) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (var text : texts) {
            greatest = Math.max(greatest, measure.applyAsDouble(text));
        }
        return greatest;
    }

    private static final class Row {

        private double[] numbers = new double[128];
        private int size;
        private double topics;
        private double words;
        private double cover;
        private double concepts;
        private double likelihood;
        private double telling;

        void add(double number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        double together() {
            return topics + 0.5 * words + 0.5 * cover + 0.4 * concepts;
        }

        double[] numbers() {
            return Arrays.copyOf(numbers, size);
        }
    }
}
