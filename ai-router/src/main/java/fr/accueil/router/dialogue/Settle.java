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
    private final Timers timers;

    Settle(Dialogues dialogues, Voice voice, Timers timers) {
        this.dialogues = dialogues;
        this.voice = voice;
        this.timers = timers;
    }

    /// @return the dialogue as it is then
    Mono<StoredDialogue> settle(StoredDialogue stored, DialogueCommand command) {
        List<DialogueEvent> events = stored.dialogue().decide(command);
        return dialogues
                .save(stored, events)
                .flatMap(after -> Flux.fromIterable(events)
                        .concatMap(event -> voice.say(stored, event))
                        .then(timers.keep(stored, after, events))
                        .thenReturn(after));
    }
}
