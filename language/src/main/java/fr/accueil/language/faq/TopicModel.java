package fr.accueil.language.faq;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/// How much a text is about each of some hundred fine topics (`payment.cheque`, `beauty.price.brushing`…). A weight is
/// one
/// signed byte times the scale of its feature.
public final class TopicModel {

    private final List<String> topics;
    private final TopicVocabulary vocabulary;
    private final float[] scales;
    private final byte[] weights;

    private TopicModel(List<String> topics, TopicVocabulary vocabulary, float[] scales, byte[] weights) {
        this.topics = List.copyOf(topics);
        this.vocabulary = vocabulary;
        this.scales = scales;
        this.weights = weights;
    }

    /// @param exact feature by feature, the weights of all topics
    public static TopicModel of(List<String> topics, TopicVocabulary vocabulary, float[] exact) {
        var scales = new float[vocabulary.size()];
        var weights = new byte[exact.length];
        int width = topics.size();
        for (int feature = 0; feature < scales.length; feature++) {
            float greatest = 0;
            for (int topic = 0; topic < width; topic++) {
                greatest = Math.max(greatest, Math.abs(exact[feature * width + topic]));
            }
            scales[feature] = greatest / 127;
            for (int topic = 0; topic < width; topic++) {
                weights[feature * width + topic] =
                        greatest == 0 ? 0 : (byte) Math.round(exact[feature * width + topic] / scales[feature]);
            }
        }
        return new TopicModel(topics, vocabulary, scales, weights);
    }

    public List<String> topics() {
        return topics;
    }

    /// Greater for a topic that the text is more about.
    float[] decision(TopicFeatures features) {
        var text = vocabulary.text(features);
        var sums = new float[topics.size()];
        for (int i = 0; i < text.indices().length; i++) {
            int feature = text.indices()[i];
            add(sums, text.values()[i] * scales[feature], feature * sums.length);
        }
        return sums;
    }

    private void add(float[] sums, float factor, int start) {
        for (int topic = 0; topic < sums.length; topic++) {
            sums[topic] += factor * weights[start + topic];
        }
    }

    static TopicModel read(DataInputStream in) throws IOException {
        var topics = new String[in.readInt()];
        for (int i = 0; i < topics.length; i++) {
            topics[i] = in.readUTF();
        }
        var vocabulary = TopicVocabulary.read(in);
        var scales = new float[vocabulary.size()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = in.readFloat();
        }
        var weights = new byte[scales.length * topics.length];
        in.readFully(weights);
        return new TopicModel(List.of(topics), vocabulary, scales, weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(topics.size());
        for (var topic : topics) {
            out.writeUTF(topic);
        }
        vocabulary.write(out);
        for (float scale : scales) {
            out.writeFloat(scale);
        }
        out.write(weights);
    }
}
