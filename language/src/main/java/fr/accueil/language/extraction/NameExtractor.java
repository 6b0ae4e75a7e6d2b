package fr.accueil.language.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A person's name: the run of words that looks most like one, first name before surname.
final class NameExtractor {

    /// What comes before a name. The longer ones first.
    private static final List<List<String>> CUES = List.of(
                    "je m appelle",
                    "m appelle",
                    "moi c est",
                    "mon nom c est",
                    "mon nom est",
                    "mon prenom c est",
                    "nom de famille",
                    "au nom de",
                    "famille",
                    "a mon nom",
                    "le nom c est",
                    "le nom est",
                    "c est pour",
                    "sera pour",
                    "de la part de",
                    "c est au nom de",
                    "my name is",
                    "name is",
                    "i am",
                    "i m",
                    "this is",
                    "me llamo",
                    "mi nombre es",
                    "soy",
                    "notez",
                    "mettez",
                    "mettre",
                    "inscrivez",
                    "ecrivez",
                    "je suis",
                    "jsuis",
                    "j suis",
                    "chui",
                    "c est",
                    "cest",
                    "ici",
                    "jmappelle",
                    "jm appelle",
                    "m appel",
                    "mappelle",
                    "appelle",
                    "nom",
                    "prenom",
                    "pour ma fille",
                    "pour mon fils",
                    "pour mon mari",
                    "pour ma femme",
                    "pour ma mere",
                    "pour mon pere",
                    "pour ma soeur",
                    "pour mon frere",
                    "pour mon amie",
                    "pour ma copine",
                    "pour mon copain",
                    "blaze c",
                    "nom c",
                    "moi c",
                    "c",
                    "pour",
                    "signe",
                    "reservation pour",
                    "it s",
                    "under",
                    "il s appelle",
                    "elle s appelle")
            .stream()
            .map(cue -> List.of(cue.split(" ")))
            .sorted(Comparator.comparingInt((List<String> cue) -> cue.size()).reversed())
            .collect(Collectors.toUnmodifiableList());

    private static final List<List<String>> AFTERWARDS = List.of(
            List.of("a", "l", "appareil"),
            List.of("a", "l'appareil"),
            List.of("au", "telephone"),
            List.of("au", "bout", "du", "fil"));

    private static final Set<String> WEAK_CUES = Set.of(
            "c",
            "pour",
            "c est",
            "cest",
            "je suis",
            "jsuis",
            "j suis",
            "chui",
            "i am",
            "this is",
            "it s",
            "i m",
            "ici",
            "c est pour");
    private static final Set<String> QUESTIONS = Set.of(
            "pourquoi", "comment", "quel", "quelle", "quand", "combien", "qui", "quoi", "why", "what", "ou", "est-ce");
    private static final Set<String> CORRECTIONS =
            Set.of("pardon", "non", "plutot", "oups", "enfin", "desole", "desolee", "erreur");
    private static final int MOST_WORDS = 6;

    private record Run(List<NameWord> words, int from, double score) {}

    /// @param asked a name was asked for, so that a message that is nothing but two unknown words is one
    @Nullable
    String extract(String text, boolean asked) {
        var words = NameWord.of(text);
        var labelled = labelled(words);
        if (labelled != null) {
            return labelled;
        }
        var runs = runs(words, text, asked);
        var best = runs.stream().filter(run -> run.score() >= 2).max(Comparator.comparingDouble(Run::score));
        return best.map(run -> ordered(fuller(run, runs))).orElse(null);
    }

    /// `Kévin, Kévin Dumoulin`: the fuller form of the same name.
    private static List<NameWord> fuller(Run best, List<Run> runs) {
        return runs.stream()
                .map(Run::words)
                .filter(words -> words.size() <= 3 && words.containsAll(best.words()))
                .max(Comparator.comparingInt(List::size))
                .orElse(best.words());
    }

    /// `Rose c'est mon nom, Boris mon prénom`, `nom : Roy, prénom : Lia`.
    private static @Nullable String labelled(List<NameWord> words) {
        var first = labelledBy(words, "prenom");
        var last = labelledBy(words, "nom");
        return first == null || last == null || first.equals(last) ? null : first.proper() + " " + last.proper();
    }

    private static @Nullable NameWord labelledBy(List<NameWord> words, String label) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).folded().equals(label)) {
                var after = neighbour(words, i, 1);
                var before = neighbour(words, i, -1);
                boolean possessive = i > 0
                        && Set.of("mon", "le", "son").contains(words.get(i - 1).folded());
                boolean follows = after != null && !(before != null && possessive && !saysIs(words, i + 1));
                return follows ? after : before;
            }
        }
        return null;
    }

    private static boolean saysIs(List<NameWord> words, int i) {
        return i < words.size()
                && Set.of("c", "c'est", "est", ":", "cest")
                        .contains(words.get(i).folded());
    }

    private static @Nullable NameWord neighbour(List<NameWord> words, int label, int step) {
        for (int i = label + step; i >= 0 && i < words.size() && Math.abs(i - label) <= 4; i += step) {
            var word = words.get(i);
            if (word.mayName(false)) {
                return word;
            }
            if (word.raw().equals(",") || word.raw().equals(";")) {
                return null;
            }
        }
        return null;
    }

    private static List<Run> runs(List<NameWord> words, String text, boolean asked) {
        var runs = new ArrayList<Run>();
        int i = 0;
        while (i < words.size()) {
            boolean ofCue =
                    words.get(i).isParticle() && !cueBefore(words, i + 1).isEmpty();
            if (ofCue && !words.get(i).isCapitalised()) {
                i++;
            }
            var cue = cueBefore(words, i);
            int to = i;
            while (to < words.size() && belongs(words, i, to, !cue.isEmpty())) {
                to++;
            }
            while (to > i
                    && words.get(to - 1).isParticle()
                    && !words.get(to - 1).isCapitalised()) {
                to--;
            }
            if (to > i && to - i <= MOST_WORDS) {
                runs.add(scored(words, i, to, cue, text, asked));
            }
            i = Math.max(to, i + 1);
        }
        return runs;
    }

    private static boolean belongs(List<NameWord> words, int from, int i, boolean afterCue) {
        var word = words.get(i);
        boolean particle = word.isParticle() && (i > from || word.isCapitalised() || afterCue);
        boolean another = i + 1 < words.size()
                && (words.get(i + 1).mayName(afterCue) || words.get(i + 1).isParticle());
        boolean endsName = i > from && !afterCue && word.isOther() && !word.isShouted();
        return !endsName && (particle ? another || word.isCapitalised() : word.mayName(afterCue));
    }

    private static String cueBefore(List<NameWord> words, int i) {
        int end = i;
        while (end > 0
                && (words.get(end - 1).isTitle() || words.get(end - 1).raw().equals(":"))) {
            end--;
        }
        for (var cue : CUES) {
            int start = end - cue.size();
            if (start >= 0 && stands(words, start, cue)) {
                return String.join(" ", cue);
            }
        }
        return "";
    }

    private static boolean stands(List<NameWord> words, int from, List<String> said) {
        if (from + said.size() > words.size()) {
            return false;
        }
        for (int k = 0; k < said.size(); k++) {
            if (!words.get(from + k).folded().equals(said.get(k))) {
                return false;
            }
        }
        return true;
    }

    private static Run scored(List<NameWord> words, int from, int to, String cue, String text, boolean asked) {
        var run = words.subList(from, to);
        boolean question =
                text.contains("?") || words.stream().limit(2).anyMatch(word -> QUESTIONS.contains(word.folded()));
        boolean titled = from > 0 && words.get(from - 1).isTitle();
        boolean firstName = run.stream().anyMatch(NameWord::isFirstName);
        boolean capitals = run.stream().allMatch(word -> word.isCapitalised() || word.isParticle())
                && (run.size() > 1 || from > 0);
        long ordinary =
                words.stream().filter(word -> word.isWord() && word.isOther()).count();
        boolean alone = ordinary <= (run.getFirst().isCapitalised() && from == 0 ? 3 : 2)
                || text.indexOf(',') > 0 && from == 0 && to > 1;
        boolean opensAlone = asked
                && !question
                && from == 0
                && run.getFirst().raw().length() > 2
                && (to == words.size() || run.getFirst().isCapitalised() && ordinary <= 3);
        boolean corrected = from > 0 && CORRECTIONS.contains(words.get(from - 1).folded())
                || from > 1 && CORRECTIONS.contains(words.get(from - 2).folded());
        boolean signs = capitals && run.size() > 1 && isSetApart(words, from, to, firstName);
        boolean service =
                !firstName && !capitals && !titled && Concepts.standard().speaksOf(spoken(run));
        double score = cue.isEmpty() ? 0 : WEAK_CUES.contains(cue) ? 1 : 2.5;
        score += AFTERWARDS.stream().anyMatch(after -> stands(words, to, after)) ? 4 : 0;
        score += signs ? 3 : 0;
        score += titled ? 2.5 : 0;
        score += firstName ? 1.5 : 0;
        score += capitals ? 1.2 : 0;
        score += Math.min(run.size(), 3) * 0.4;
        score += alone && asked && !question ? 1 : 0;
        score += opensAlone ? 0.7 : 0;
        score += corrected ? 1.5 : 0;
        score -= question ? 1.5 : 0;
        score -= service ? 3 : 0;
        score -= !capitals && !firstName && ordinary > 3 ? 1.5 : 0;
        score -= !asked && cue.isEmpty() && !titled ? 1.2 : 0;
        score -= run.size() > 3 && !firstName ? 1 : 0;
        return new Run(List.copyOf(run), from, score - from * 0.001);
    }

    /// A signature after the last sentence, or the first thing said before a comma.
    private static boolean isSetApart(List<NameWord> words, int from, int to, boolean firstName) {
        boolean ends = to >= words.size() - 1
                && from > 0
                && (firstName || !words.get(from - 1).isWord())
                && !words.getLast().raw().equals("?");
        boolean opens = from == 0 && to < words.size() && words.get(to).raw().equals(",");
        return ends || opens;
    }

    private static String spoken(List<NameWord> run) {
        return run.stream().map(NameWord::raw).collect(Collectors.joining(" "));
    }

    /// The first name first: a shouted part is the surname, else a known first name at the end moves to the front.
    private static String ordered(List<NameWord> said) {
        boolean twice = said.size() > 2
                && said.getFirst().folded().equals(said.getLast().folded());
        var run = twice ? said.subList(1, said.size()) : said;
        int shouted = 0;
        while (shouted < run.size() && run.get(shouted).isShouted()) {
            shouted++;
        }
        int cut = 0;
        if (shouted > 0 && shouted < run.size() && !run.getLast().isShouted()) {
            cut = shouted;
        } else if (run.size() > 1
                && run.getLast().isFirstName()
                && !run.getFirst().isFirstName()
                && !run.get(run.size() - 2).isParticle()) {
            cut = run.size() - 1;
        }
        var parts = new ArrayList<>(run.subList(cut, run.size()));
        parts.addAll(run.subList(0, cut));
        return parts.stream().map(NameWord::proper).collect(Collectors.joining(" "));
    }
}
