package fr.accueil.router.dialogue;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ends what was owed: saves what was decided and says it, inside the transaction that ends the work.
@Component
class Settle {

    private final Dialogues dialogues;
    private final Voice voice;

    Settle(Dialogues dialogues, Voice voice) {
        this.dialogues = dialogues;
        this.voice = voice;
    }

    /// @return the dialogue as it is then
    Mono<StoredDialogue> settle(StoredDialogue stored, DialogueCommand command) {
        List<DialogueEvent> events = stored.dialogue().decide(command);
        return dialogues
                .save(stored, events)
                .flatMap(after -> Flux.fromIterable(events)
                        .concatMap(event -> voice.say(stored, event))
                        .then(Mono.just(after)));
    }
}
