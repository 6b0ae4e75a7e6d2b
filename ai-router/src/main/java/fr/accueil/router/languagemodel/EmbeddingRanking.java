package fr.accueil.router.languagemodel;

import static java.util.Comparator.comparingDouble;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.store.embedding.CosineSimilarity;
import fr.accueil.platform.Misconfigured;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqMatch;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// By meaning beside words: the two orders are merged by reciprocal rank, so that neither scale matters. The embeddings
/// of
/// FAQs are kept by their text: a changed FAQ is embedded anew, another tenant's same sentence is not.
final class EmbeddingRanking implements FaqRanking {

    /// As in the paper on reciprocal rank fusion.
    private static final int DAMPING = 60;

    private static final int KEPT = 20_000;

    private final EmbeddingModel model;
    private final EmbeddingSettings settings;
    private final Map<String, Embedding> kept = Collections.synchronizedMap(new Kept());

    EmbeddingRanking(EmbeddingModel model, EmbeddingSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /// @throws Misconfigured when the files are no model
    static EmbeddingRanking of(EmbeddingSettings settings) {
        try {
            var pooling = PoolingMode.valueOf(settings.pooling().toUpperCase(Locale.ROOT));
            var model = new OnnxEmbeddingModel(Path.of(settings.model()), Path.of(settings.tokenizer()), pooling);
            model.embed("bonjour");
            return new EmbeddingRanking(model, settings);
        } catch (RuntimeException e) {
            throw new Misconfigured(
                    "AI_EMBEDDING_MODEL and AI_EMBEDDING_TOKENIZER cannot be used as a sentence encoder.",
                    "Name an ONNX file with input_ids and attention_mask, and the tokenizer.json that belongs to it.",
                    e);
        }
    }

    @Override
    public List<Faq> nearest(Business business, String text, int atMost) {
        var byWords = business.faqs().search(text).stream().map(FaqMatch::faq).toList();
        var asked = model.embed(settings.queryPrefix() + text).content();
        var byMeaning = business.faqs().all().stream()
                .sorted(comparingDouble((Faq faq) -> nearness(asked, faq)).reversed())
                .toList();
        return byMeaning.stream()
                .sorted(comparingDouble((Faq faq) -> merit(faq, byWords) + merit(faq, byMeaning))
                        .reversed())
                .limit(atMost)
                .toList();
    }

    /// Nothing for who stands not in this order at all.
    private static double merit(Faq faq, List<Faq> order) {
        var rank = order.indexOf(faq);
        return rank < 0 ? 0 : 1.0 / (DAMPING + rank);
    }

    /// To the nearest of the ways in which the business puts it.
    private double nearness(Embedding asked, Faq faq) {
        return Stream.concat(Stream.of(faq.question(), faq.question() + "\n" + faq.answer()), faq.variants().stream())
                .mapToDouble(it -> CosineSimilarity.between(asked, embedded(settings.passagePrefix() + it)))
                .max()
                .orElse(0);
    }

    private Embedding embedded(String text) {
        var known = kept.get(text);
        if (known == null) {
            known = model.embed(TextSegment.from(text)).content();
            kept.put(text, known);
        }
        return known;
    }

    private static final class Kept extends LinkedHashMap<String, Embedding> {

        Kept() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
            return size() > KEPT;
        }
    }
}
