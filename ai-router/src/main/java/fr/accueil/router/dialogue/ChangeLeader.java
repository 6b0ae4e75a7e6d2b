package fr.accueil.router.dialogue;

import fr.accueil.events.Leader;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
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

    List<DialogueEvent> follow(FollowLead change) {
        var number = change.number();
        var leader = change.leader();
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
                .filter(it -> dialogue.old(it, change.now()) || dialogue.overtaken(it) || wasRead(it, change.at()))
                .toList()));
        events.add(new AnswersOwed(change.now()));
        return List.copyOf(events);
    }

    /// What the assistant handed over and nobody has taken stays handed over.
    private Lead others(long number, Leader leader) {
        return leader.kind() == Leader.Kind.NOBODY && dialogue.lead() instanceof Lead.HandedOver
                ? new Lead.HandedOver(number)
                : new OthersLead(number);
    }

    /// Who has written in the conversation has read what came before they gave it back.
    private boolean wasRead(Heard message, Instant handBack) {
        return dialogue.lead() instanceof OthersLead(var _, var spoke)
                && spoke
                && !message.at().isAfter(handBack);
    }

    /// A person of the team wrote: what came before is theirs.
    List<DialogueEvent> spoke(Instant at) {
        var events = new ArrayList<>(leave(dialogue.before(at)));
        if (dialogue.lead() instanceof OthersLead(var number, var spoke) && !spoke) {
            events.add(new LeadMoved(new OthersLead(number, true)));
        }
        return List.copyOf(events);
    }

    private static List<DialogueEvent> leave(List<Heard> messages) {
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
