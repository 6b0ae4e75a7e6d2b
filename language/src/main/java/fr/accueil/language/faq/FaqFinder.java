package fr.accueil.language.faq;

import fr.accueil.language.faq.FaqFinding.Cause;
import fr.accueil.language.faq.FaqFinding.Settled;
import fr.accueil.language.faq.FaqFinding.Unsettled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Finds the entries of a shelf that settle a message, or says that none does. When in doubt, none: a customer who is
/// told
/// something wrong is worse off than one who waits for a person.
///
/// A message that asks two things is read as a whole and in its parts; what settles them comes in their order.
public final class FaqFinder {

    private static final String MODEL = "/fr/accueil/language/models/faq.model";

    /// Under this log-odds the nearest entry is about something else.
    private static final double NEAR = -3;

    /// The log-odds of an entry that cannot settle the question, however near it is.
    private static final double TOUCHED = -1;

    /// The log-odds of an entry for a question that its owner has put in the same words.
    private static final double PUT_SO = 4;

    private static final int MOST_MATCHES = 3;

    private static final int[] TIMES_OF_YEAR = {Concepts.named("christmas"), Concepts.named("bridge")};

    private final FaqModel model;

    public FaqFinder(FaqModel model) {
        this.model = model;
    }

    /// With the model that `language-model` built.
    public static FaqFinder load() {
        try (var stream = Objects.requireNonNull(FaqFinder.class.getResourceAsStream(MODEL), MODEL)) {
            return new FaqFinder(FaqModel.read(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(MODEL, e);
        }
    }

    /// Prepares a business's FAQ; to be kept for its questions.
    public FaqShelf shelve(List<FaqEntry> entries) {
        return FaqModel.shelve(model.topics(), model.meanings(), entries);
    }

    public FaqFinding find(FaqShelf shelf, String message) {
        return find(shelf, message, Caution.USUAL);
    }

    public FaqFinding find(FaqShelf shelf, String message, Caution caution) {
        var whole = read(message);
        if (whole.concepts().isEmpty() && whole.stems().isEmpty()) {
            return new Unsettled(Optional.empty(), Cause.NOTHING_ASKED);
        }
        var nearest = nearest(shelf, whole);
        if (nearest.isEmpty()) {
            return new Unsettled(Optional.empty(), Cause.NOTHING_NEAR);
        }
        var matches = new ArrayList<Candidate>();
        if (nearest.get().logOdds() >= model.certain() + caution.logOdds()) {
            matches.add(nearest.get());
        }
        var inOrder = new ArrayList<String>();
        for (var part : MessageParts.of(message)) {
            var found = nearest(shelf, read(part));
            found.map(Candidate::id).ifPresent(inOrder::add);
            found.filter(candidate -> candidate.logOdds() >= model.certainOfPart() + caution.logOdds())
                    .filter(candidate -> matches.stream().noneMatch(candidate::isSameEntry))
                    .ifPresent(matches::add);
        }
        if (matches.isEmpty()) {
            var cause = nearest.get().logOdds() < NEAR ? Cause.NOTHING_NEAR : Cause.TOUCHED_NOT_SETTLED;
            return new Unsettled(nearest.map(Candidate::match), cause);
        }
        return new Settled(matches.stream()
                .sorted(Comparator.comparing(Candidate::logOdds).reversed())
                .limit(MOST_MATCHES)
                .sorted(Comparator.comparing(candidate -> inOrder.indexOf(candidate.id())))
                .map(Candidate::match)
                .toList());
    }

    private Reading read(String text) {
        return Reading.ofQuestion(text, model.topics(), model.meanings());
    }

    /// Whether the business puts the question in the same words itself, whatever stands between them.
    private static boolean isPutSo(ShelvedFaq faq, Reading question) {
        return !question.stems().isEmpty()
                && faq.questions().stream()
                        .anyMatch(put -> put.stems().equals(question.stems())
                                && put.numbers().equals(question.numbers()));
    }

    /// The time of year that is asked about must be spoken of: opening hours say nothing about Christmas.
    private static boolean isSilentAboutTime(ShelvedFaq faq, Reading question) {
        for (int time : TIMES_OF_YEAR) {
            if (question.concepts().get(time) && !faq.concepts().get(time)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Candidate> nearest(FaqShelf shelf, Reading question) {
        var rows = Comparison.rows(question, shelf.faqs(), model.meanings());
        Candidate nearest = null;
        for (int i = 0; i < rows.length; i++) {
            double logOdds = model.trees().score(rows[i]);
            if (isPutSo(shelf.faqs().get(i), question)) {
                logOdds = Math.max(logOdds, PUT_SO);
            }
            if (isSilentAboutTime(shelf.faqs().get(i), question)) {
                logOdds = Math.min(logOdds, TOUCHED);
            }
            if (nearest == null || logOdds > nearest.logOdds()) {
                nearest = new Candidate(shelf.faqs().get(i), question, logOdds);
            }
        }
        return Optional.ofNullable(nearest);
    }

    private record Candidate(ShelvedFaq faq, Reading question, double logOdds) {

        String id() {
            return faq.entry().id();
        }

        boolean isSameEntry(Candidate other) {
            return id().equals(other.id());
        }

        FaqMatch match() {
            return new FaqMatch(faq.entry(), 1 / (1 + Math.exp(-logOdds)), nearestSentence());
        }

        private String nearestSentence() {
            return faq.sentences().stream()
                    .max(Comparator.comparingDouble(sentence -> question.topicLikeness(sentence)
                            + question.stemWeights().likeness(sentence.stemWeights())))
                    .map(Reading::text)
                    .orElse("");
        }
    }
}
