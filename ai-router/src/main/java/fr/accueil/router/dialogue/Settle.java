package fr.accueil.router.dialogue;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ends what was owed: saves what was decided, says it, and takes the deadline off. Inside one transaction.
@Component
class Settle {

    private final Dialogues dialogues;
    private final Voice voice;
    private final OwedAnswers owed;

    Settle(Dialogues dialogues, Voice voice, OwedAnswers owed) {
        this.dialogues = dialogues;
        this.voice = voice;
        this.owed = owed;
    }

    Mono<Void> settle(StoredDialogue stored, DialogueCommand command) {
        List<DialogueEvent> events = stored.dialogue().decide(command);
        return dialogues
                .save(stored, events)
                .thenMany(Flux.fromIterable(events))
                .concatMap(event -> voice.say(stored, event))
                .then();
    }
}
