package fr.accueil.language.faq;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// What is learnt about questions and FAQs, built by `language-model`.
///
/// @param certain the log-odds from which an entry is answered with
/// @param certainOfPart the same for an entry that settles a part of a message
public record FaqModel(TopicModel topics, WordMeanings meanings, Trees trees, double certain, double certainOfPart) {

    private static final int MAGIC = 0x41434651;
    private static final int VERSION = 1;

    /// For training: the rows of a question against each entry.
    public static double[][] rows(TopicModel topics, WordMeanings meanings, String question, FaqShelf shelf) {
        return Comparison.rows(Reading.ofQuestion(question, topics, meanings), shelf.faqs(), meanings);
    }

    public static FaqShelf shelve(TopicModel topics, WordMeanings meanings, List<FaqEntry> entries) {
        return new FaqShelf(entries.stream()
                .map(entry -> ShelvedFaq.of(entry, topics, meanings))
                .toList());
    }

    /// The topic that a question and the entry that settles it have most in common: a guess, to learn the question's
    /// words
    /// with.
    public static String sharedTopic(TopicModel topics, WordMeanings meanings, String question, FaqEntry entry) {
        var asked = Reading.ofQuestion(question, topics, meanings).sharpened();
        var answering = ShelvedFaq.of(entry, topics, meanings);
        int best = 0;
        double greatest = -1;
        for (int topic = 0; topic < asked.length; topic++) {
            double said = 0;
            for (var sentence : answering.inContext()) {
                said = Math.max(said, sentence.sharpened()[topic]);
            }
            for (var other : answering.sentences()) {
                said = Math.max(said, other.sharpened()[topic]);
            }
            double shared = asked[topic] + said;
            if (shared > greatest) {
                greatest = shared;
                best = topic;
            }
        }
        return topics.topics().get(best);
    }

    /// Reads a model and leaves the stream open.
    public static FaqModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            throw new IOException("This is no FAQ model of version " + VERSION + ": build language-model again");
        }
        return new FaqModel(
                TopicModel.read(in), WordMeanings.read(in), Trees.read(in), in.readDouble(), in.readDouble());
    }

    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        topics.write(out);
        meanings.write(out);
        trees.write(out);
        out.writeDouble(certain);
        out.writeDouble(certainOfPart);
        out.flush();
    }
}
