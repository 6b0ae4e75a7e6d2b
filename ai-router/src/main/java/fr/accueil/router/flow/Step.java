package fr.accueil.router.flow;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Matter;
import java.util.ArrayList;
import java.util.List;

/// What one turn of a flow comes to.
public sealed interface Step {

    List<FlowEvent> events();

    record Says(List<Content> contents, List<FlowEvent> events) implements Step {

        public Says {
            contents = List.copyOf(contents);
            events = List.copyOf(events);
        }
    }

    /// Another service is asked first. What is said meanwhile does not yet answer what the customer is owed.
    record Waits(List<Content> contents, List<FlowEvent> events) implements Step {

        public Waits {
            contents = List.copyOf(contents);
            events = List.copyOf(events);
        }
    }

    /// A person is needed.
    record PassesOn(HandoverReason reason, Matter matter, List<FlowEvent> events) implements Step {

        public PassesOn {
            events = List.copyOf(events);
        }
    }

    /// The same, saying this first.
    default Step after(List<Content> before) {
        return switch (this) {
            case Says(var contents, var events) -> {
                var all = new ArrayList<>(before);
                all.addAll(contents);
                yield new Says(all, events);
            }
            case Waits(var contents, var events) -> {
                var all = new ArrayList<>(before);
                all.addAll(contents);
                yield new Waits(all, events);
            }
            case PassesOn _ -> this;
        };
    }

    /// The same, after these events.
    default Step following(List<FlowEvent> before) {
        var all = new ArrayList<>(before);
        all.addAll(events());
        return switch (this) {
            case Says(var contents, var _) -> new Says(contents, all);
            case Waits(var contents, var _) -> new Waits(contents, all);
            case PassesOn(var reason, var matter, var _) -> new PassesOn(reason, matter, all);
        };
    }
}
