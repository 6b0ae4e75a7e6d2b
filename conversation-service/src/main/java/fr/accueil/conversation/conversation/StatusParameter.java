package fr.accueil.conversation.conversation;

import fr.accueil.events.ChangeEvent.Status;
import java.util.Arrays;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// A status in an address is written as in JSON: `open`.
@Component
class StatusParameter implements Converter<String, Status> {

    @Override
    public Status convert(String text) {
        return Arrays.stream(Status.values())
                .filter(it -> ConversationRow.lower(it).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status: " + text));
    }
}
