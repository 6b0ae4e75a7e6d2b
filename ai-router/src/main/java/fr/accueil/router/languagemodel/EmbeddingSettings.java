package fr.accueil.router.languagemodel;

import fr.accueil.platform.Misconfigured;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Sentence embeddings in this process, in addition to words: none unless both files are named.
///
/// @param model an ONNX file of a sentence encoder (AI_EMBEDDING_MODEL)
/// @param tokenizer its tokenizer.json (AI_EMBEDDING_TOKENIZER)
/// @param pooling `mean` or `cls`, as the model was trained (AI_EMBEDDING_POOLING)
/// @param queryPrefix what the model wants before a question, such as "query: " of the e5 family
/// @param passagePrefix and before what may answer it
@ConfigurationProperties("accueil.assistant.embeddings")
record EmbeddingSettings(
        @DefaultValue("") String model,
        @DefaultValue("") String tokenizer,
        @DefaultValue("mean") String pooling,
        @DefaultValue("") String queryPrefix,
        @DefaultValue("") String passagePrefix) {

    boolean meant() {
        return !model.isBlank() || !tokenizer.isBlank();
    }

    /// @throws Misconfigured in one sentence, for who starts the service
    EmbeddingSettings checked() {
        if (model.isBlank() || tokenizer.isBlank()) {
            throw new Misconfigured(
                    "The embeddings are set only in part.",
                    "Set AI_EMBEDDING_MODEL and AI_EMBEDDING_TOKENIZER together, or none of them.");
        }
        requireFile("AI_EMBEDDING_MODEL", model);
        requireFile("AI_EMBEDDING_TOKENIZER", tokenizer);
        if (!pooling.equalsIgnoreCase("mean") && !pooling.equalsIgnoreCase("cls")) {
            throw new Misconfigured(
                    "AI_EMBEDDING_POOLING is \"%s\", and there is no such pooling.".formatted(pooling),
                    "Set it to mean or cls.");
        }
        return this;
    }

    private static void requireFile(String variable, String path) {
        if (!Files.isReadable(Path.of(path))) {
            throw new Misconfigured(
                    "%s names %s, and there is no such file.".formatted(variable, path),
                    "Name a file that this service may read, or leave it empty.");
        }
    }
}
