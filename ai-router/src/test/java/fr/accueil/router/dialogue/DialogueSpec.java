package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// Given what happened, when something is asked of the dialogue, then these events follow.
record DialogueSpec(Dialogue dialogue) {

    static DialogueSpec given(DialogueEvent... events) {
        return new DialogueSpec(fold(Dialogue.fresh(), List.of(events)));
    }

    static Dialogue fold(Dialogue dialogue, List<DialogueEvent> events) {
        var state = dialogue;
        for (var event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    Decided when(DialogueCommand command) {
        return new Decided(dialogue, dialogue.decide(command));
    }

    record Decided(Dialogue before, List<DialogueEvent> events) {

        Decided then(DialogueEvent... expected) {
            assertThat(events).containsExactly(expected);
            return this;
        }

        void thenNothing() {
            assertThat(events).isEmpty();
        }

        Dialogue after() {
            return fold(before, events);
        }
    }
}
