package fr.accueil.language.training;

import fr.accueil.language.faq.FaqModel;
import fr.accueil.language.faq.FaqShelf;
import fr.accueil.language.faq.TopicModel;
import fr.accueil.language.faq.Trees;
import fr.accueil.language.faq.WordMeanings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Trains the FAQ model: topics and meanings of words on sentences with topics, the decision on made-up businesses, and
/// from which log-odds on to answer on businesses that the decision was not trained on.
final class FaqTraining {

    private static final int FOLDS = 3;

    /// So many of the questions that no answer settles may be answered at most. Three in ten customers' questions are
    /// of that sort: with the wrong answers to the others, three answers in a hundred questions mislead.
    static final double MOST_FALSE = 0.07;

    /// A part of a message is answered beside the whole only when this much surer.
    private static final double SURER_OF_PART = 0.4;

    private final TopicModel topics;
    private final WordMeanings meanings;
    private final List<FaqBusiness> businesses;
    private final List<List<double[][]>> rows;

    /// By business, the same with fewer entries: a FAQ of three entries is read like one of fifteen.
    private final List<List<FaqBusiness>> shorter;

    FaqTraining(List<Example> examples, List<FaqBusiness> businesses) {
        this.businesses = businesses;
        var all = new Language(examples);
        this.topics = all.topics();
        this.meanings = all.meanings();
        this.rows = businesses.stream()
                .map(business -> rows(business, topics, meanings))
                .toList();
        this.shorter = businesses.stream().map(FaqTraining::shorter).toList();
    }

    private static List<FaqBusiness> shorter(FaqBusiness business) {
        return List.of(business.part(0, 2), business.part(1, 2), business.part(1, 5), business.part(3, 5));
    }

    private record Language(TopicModel topics, WordMeanings meanings) {
        Language(List<Example> examples) {
            this(TopicTrainer.train(examples), FaqTraining.meanings(examples));
        }
    }

    static FaqTraining of(Path folder) {
        return new FaqTraining(TopicExamples.read(folder), FaqBusiness.training(folder));
    }

    private static WordMeanings meanings(List<Example> examples) {
        var topics = TopicTrainer.topics(examples);
        return WordMeanings.of(
                examples.stream().map(Example::text).toList(),
                examples.stream()
                        .map(example -> topics.indexOf(example.label()))
                        .toList(),
                topics.size());
    }

    private static List<double[][]> rows(FaqBusiness business, TopicModel topics, WordMeanings meanings) {
        FaqShelf shelf = FaqModel.shelve(topics, meanings, business.entries());
        return business.questions().stream()
                .map(question -> FaqModel.rows(topics, meanings, question.text(), shelf))
                .toList();
    }

    FaqModel model() {
        double certain = unseen().from(MOST_FALSE);
        return new FaqModel(topics, meanings, trees(_ -> true), certain, certain + SURER_OF_PART);
    }

    Trees trees(IntPredicate known) {
        var all = new ArrayList<double[]>();
        var settled = new ArrayList<Boolean>();
        for (int i = 0; i < businesses.size(); i++) {
            if (known.test(i)) {
                addRows(businesses.get(i), rows.get(i), all, settled);
                for (var part : shorter.get(i)) {
                    addRows(part, rows(part, topics, meanings), all, settled);
                }
            }
        }
        return TreeGrowth.grow(all, settled);
    }

    private static void addRows(
            FaqBusiness business, List<double[][]> rows, List<double[]> all, List<Boolean> settled) {
        for (int question = 0; question < rows.size(); question++) {
            var settledBy = business.questions().get(question).settledBy();
            for (int entry = 0; entry < rows.get(question).length; entry++) {
                all.add(rows.get(question)[entry]);
                settled.add(settledBy.contains(business.entries().get(entry).id()));
            }
        }
    }

    /// What trees say that were grown without the business.
    FaqScores unseen() {
        var scores = new FaqScores();
        for (int fold = 0; fold < FOLDS; fold++) {
            int own = fold;
            var trees = trees(business -> business % FOLDS != own);
            for (int i = fold; i < businesses.size(); i += FOLDS) {
                add(businesses.get(i), rows.get(i), trees, scores);
            }
        }
        return scores;
    }

    FaqScores scores(List<FaqBusiness> others, Trees trees) {
        var scores = new FaqScores();
        others.forEach(business -> add(business, rows(business, topics, meanings), trees, scores));
        return scores;
    }

    private static void add(FaqBusiness business, List<double[][]> rows, Trees trees, FaqScores scores) {
        for (int i = 0; i < rows.size(); i++) {
            var question = business.questions().get(i);
            int nearest = 0;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int entry = 0; entry < rows.get(i).length; entry++) {
                double logOdds = trees.score(rows.get(i)[entry]);
                if (logOdds > greatest) {
                    greatest = logOdds;
                    nearest = entry;
                }
            }
            var id = business.entries().get(nearest).id();
            scores.add(new FaqScores.Said(
                    question.text(),
                    id,
                    greatest,
                    !question.settledBy().isEmpty(),
                    question.settledBy().contains(id)));
        }
    }
}
