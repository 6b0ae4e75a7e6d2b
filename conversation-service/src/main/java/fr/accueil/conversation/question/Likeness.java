package fr.accueil.conversation.question;

import fr.accueil.conversation.question.QuestionGroup.Alike;
import fr.accueil.events.ChangeEvent.OpenQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which open questions are alike: those that share most of their words, rare ones counting more. Pure.
///
/// Words are what PostgreSQL's French search makes of them (stems without accents and little words), so that *ouvrez*
/// and
/// *ouvert* are one. The most asked question begins a group; another joins the group whose first question it is like.
final class Likeness {

    /// The share of words in common from which on two are alike.
    private static final double ALIKE = 0.5;

    private final Map<String, Integer> spread = new HashMap<>();
    private final int all;

    private Likeness(List<Worded> questions) {
        all = questions.size();
        questions.forEach(it -> it.words().forEach(word -> spread.merge(word, 1, Integer::sum)));
    }

    /// @param words its stems
    record Worded(OpenQuestion question, Set<String> words) {}

    static List<QuestionGroup> group(List<Worded> questions) {
        var likeness = new Likeness(questions);
        var groups = new ArrayList<List<Worded>>();
        questions.stream()
                .sorted(Comparator.comparingInt((Worded it) -> it.question().times())
                        .reversed()
                        .thenComparing(it -> it.question().text()))
                .forEach(it -> groups.stream()
                        .filter(group -> likeness.of(group.getFirst(), it) >= ALIKE)
                        .findFirst()
                        .ifPresentOrElse(group -> group.add(it), () -> groups.add(new ArrayList<>(List.of(it)))));
        return groups.stream()
                .map(Likeness::toGroup)
                .sorted(Comparator.comparingInt(QuestionGroup::times)
                        .reversed()
                        .thenComparing(QuestionGroup::lastAt, Comparator.reverseOrder()))
                .toList();
    }

    private double of(Worded one, Worded other) {
        var common = new HashSet<>(one.words());
        common.retainAll(other.words());
        var either = new HashSet<>(one.words());
        either.addAll(other.words());
        return either.isEmpty() ? 0 : weigh(common) / weigh(either);
    }

    private double weigh(Set<String> words) {
        return words.stream()
                .mapToDouble(word -> Math.log(1 + (all + 1.0) / spread.getOrDefault(word, 1)))
                .sum();
    }

    private static QuestionGroup toGroup(List<Worded> group) {
        var latest = group.stream()
                .map(Worded::question)
                .max(Comparator.comparing(OpenQuestion::lastAt))
                .orElseThrow();
        return new QuestionGroup(
                group.getFirst().question().text(),
                group.stream().mapToInt(it -> it.question().times()).sum(),
                latest.lastAt(),
                latest.nearest(),
                group.stream()
                        .map(it -> new Alike(
                                it.question().id(),
                                it.question().text(),
                                it.question().times()))
                        .toList());
    }
}
