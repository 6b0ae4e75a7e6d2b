package fr.accueil.router.dialogue;

import fr.accueil.events.Leader;
import fr.accueil.router.dialogue.DialogueEvent.AnswersOwed;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.dialogue.DialogueEvent.LeadMoved;
import fr.accueil.router.dialogue.DialogueEvent.LeftToPerson;
import fr.accueil.router.dialogue.DialogueEvent.Reassured;
import fr.accueil.router.dialogue.Lead.AssistantLeads;
import fr.accueil.router.dialogue.Lead.OthersLead;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Leaving;
import fr.accueil.router.speech.Content.StillWaiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Who leads moves only forward, by its number.
record ChangeLeader(Dialogue dialogue) {

    List<DialogueEvent> follow(long number, Leader leader, Instant now) {
        if (number <= dialogue.lead().number()) {
            return List.of();
        }
        var events = new ArrayList<DialogueEvent>();
        if (!leader.assistantLeads()) {
            Leaving.behind(dialogue.flow()).forEach(fact -> events.add(new InFlow(fact)));
            events.add(new LeadMoved(others(number, leader)));
            return List.copyOf(events);
        }
        events.add(new LeadMoved(new AssistantLeads(number)));
        events.addAll(leave(dialogue.waiting().stream()
                .filter(it -> dialogue.old(it, now) || dialogue.overtaken(it))
                .toList()));
        events.add(new AnswersOwed(now));
        return List.copyOf(events);
    }

    /// What the assistant handed over and nobody has taken stays handed over.
    private Lead others(long number, Leader leader) {
        return leader.kind() == Leader.Kind.NOBODY && dialogue.lead() instanceof Lead.HandedOver
                ? new Lead.HandedOver(number)
                : new OthersLead(number);
    }

    List<DialogueEvent> leave(List<Heard> messages) {
        return messages.isEmpty() ? List.of() : List.of(new LeftToPerson(messages));
    }

    /// Once for each hand-over, while nobody has come.
    List<DialogueEvent> reassure(AgendaView agenda) {
        var pointless = !(dialogue.lead() instanceof Lead.HandedOver)
                || dialogue.optOut() != null
                || dialogue.memory().reassured();
        if (pointless) {
            return List.of();
        }
        var speak = new Speak(dialogue);
        var said = speak.say(List.of(new StillWaiting(agenda.presence())), speak.language());
        return List.of(new Reassured(said, dialogue.lead().number()));
    }
}
