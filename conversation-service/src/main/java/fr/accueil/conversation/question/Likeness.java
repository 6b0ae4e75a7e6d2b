package fr.accueil.conversation.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much of what two questions say is said by both: the stems that they share, of all their stems, each weighing the
/// more the fewer questions say it. A group is led by its most frequent question, and all others in it are like that
/// one.
/// Pure.
final class Likeness {

    /// From which likeness on two questions ask the same: half of what they say.
    private static final double SAME = 0.5;

    private static final Comparator<AskedQuestion> MOST_ASKED = Comparator.comparingInt(AskedQuestion::times)
            .reversed()
            .thenComparing(AskedQuestion::lastAt, Comparator.reverseOrder())
            .thenComparing(AskedQuestion::id);

    private final Map<String, Double> weights = new HashMap<>();

    private Likeness(List<AskedQuestion> all) {
        var counts = new HashMap<String, Integer>();
        all.forEach(question -> question.stems().forEach(it -> counts.merge(it, 1, Integer::sum)));
        counts.forEach((stem, count) -> weights.put(stem, Math.log(1 + (double) all.size() / count)));
    }

    /// The most asked first.
    static List<QuestionGroup> group(List<AskedQuestion> all) {
        var likeness = new Likeness(all);
        var groups = new ArrayList<List<AskedQuestion>>();
        all.stream().sorted(MOST_ASKED).forEach(it -> likeness.join(it, groups));
        return groups.stream()
                .map(Likeness::toGroup)
                .sorted(Comparator.comparingInt(QuestionGroup::times)
                        .reversed()
                        .thenComparing(QuestionGroup::lastAt, Comparator.reverseOrder())
                        .thenComparing(QuestionGroup::id))
                .toList();
    }

    private void join(AskedQuestion question, List<List<AskedQuestion>> groups) {
        groups.stream()
                .filter(it -> of(it.getFirst(), question) >= SAME)
                .max(Comparator.comparingDouble(it -> of(it.getFirst(), question)))
                .ifPresentOrElse(it -> it.add(question), () -> groups.add(new ArrayList<>(List.of(question))));
    }

    /// From 0 to 1.
    private double of(AskedQuestion one, AskedQuestion other) {
        var shared = one.stems().stream().filter(other.stems()::contains).toList();
        return shared.isEmpty() ? 0 : 2 * weight(shared) / (weight(one.stems()) + weight(other.stems()));
    }

    private double weight(Collection<String> stems) {
        return stems.stream().mapToDouble(it -> weights.getOrDefault(it, 0.0)).sum();
    }

    private static QuestionGroup toGroup(List<AskedQuestion> members) {
        var leader = members.getFirst();
        var last = members.stream()
                .max(Comparator.comparing(AskedQuestion::lastAt))
                .orElse(leader);
        return new QuestionGroup(
                leader.id(),
                leader.text(),
                members.stream().mapToInt(AskedQuestion::times).sum(),
                last.lastAt(),
                last.nearest(),
                members.stream().map(AskedQuestion::toGrouped).toList());
    }
}
