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
