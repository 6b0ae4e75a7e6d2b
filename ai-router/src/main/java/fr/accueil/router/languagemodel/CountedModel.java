package fr.accueil.router.languagemodel;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One call's view of the model, which keeps what it cost even when the answer cannot be read.
final class CountedModel implements ChatModel {

    private final ChatModel model;
    private volatile @Nullable TokenUsage spent;

    CountedModel(ChatModel model) {
        this.model = model;
    }

    /// Empty before an answer came.
    Optional<TokenUsage> spent() {
        return Optional.ofNullable(spent);
    }

    @Override
    public ChatResponse chat(ChatRequest request) {
        var response = model.chat(request);
        spent = response.tokenUsage();
        return response;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public List<ChatModelListener> listeners() {
        return model.listeners();
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
