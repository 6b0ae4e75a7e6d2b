package fr.accueil.router.languagemodel;

import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/// One call per turn, without a memory of its own: the conversation's last lines are passed in.
interface ReadMessage {

    @SystemMessage(fromResource = "/prompts/read-message.1.fr.md")
    @UserMessage("{{turn}}")
    Result<ModelReply> read(@V("turn") String turn);
}
