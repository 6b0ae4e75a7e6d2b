package fr.accueil.language.faq;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// An entry with its texts prepared.
///
/// @param questions the entry's question and its variants
/// @param sentences of the answer
/// @param inContext the same sentences, each after the question
/// @param whole question and answer together
/// @param asksAbout by topic, how likely the likeliest of the questions is about it; the others of the sentences
@SuppressWarnings("ArrayRecordComponent")
record ShelvedFaq(
        FaqEntry entry,
        List<Reading> questions,
        List<Reading> sentences,
        List<Reading> inContext,
        Reading answer,
        Reading whole,
        float[] asksAbout,
        float[] saysAbout,
        float[] saysInContext) {

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?;:])\\s+");
    private static final int SHORTEST_SENTENCE = 4;
    private static final int MOST_SENTENCES = 12;

    static ShelvedFaq of(FaqEntry entry, TopicModel topics, WordMeanings meanings) {
        var questions = new ArrayList<Reading>();
        questions.add(Reading.ofQuestion(entry.question(), topics, meanings));
        for (var variant : entry.variants()) {
            questions.add(Reading.ofQuestion(variant, topics, meanings));
        }
        var sentences = new ArrayList<Reading>();
        var inContext = new ArrayList<Reading>();
        for (var sentence : sentences(entry.answer())) {
            sentences.add(Reading.ofAnswer(sentence, topics, meanings));
            inContext.add(Reading.ofAnswer(entry.question() + " " + sentence, topics, meanings));
        }
        return new ShelvedFaq(
                entry,
                List.copyOf(questions),
                List.copyOf(sentences),
                List.copyOf(inContext),
                Reading.ofAnswer(entry.answer(), topics, meanings),
                Reading.ofAnswer(entry.question() + " " + entry.answer(), topics, meanings),
                likeliest(questions),
                likeliest(sentences),
                likeliest(inContext));
    }

    private static float[] likeliest(List<Reading> texts) {
        var greatest = new float[texts.getFirst().likelihoods().length];
        for (var text : texts) {
            for (int topic = 0; topic < greatest.length; topic++) {
                greatest[topic] = Math.max(greatest[topic], text.likelihoods()[topic]);
            }
        }
        return greatest;
    }

    private static List<String> sentences(String answer) {
        var sentences = new ArrayList<String>();
        for (var sentence : BETWEEN_SENTENCES.split(answer.strip())) {
            if (sentence.length() >= SHORTEST_SENTENCE && sentences.size() < MOST_SENTENCES) {
                sentences.add(sentence);
            }
        }
        return sentences.isEmpty() ? List.of(answer) : sentences;
    }

    /// All concepts of the question's and the answer's words, and those that the answer carries.
    BitSet concepts() {
        return whole.concepts();
    }
}
