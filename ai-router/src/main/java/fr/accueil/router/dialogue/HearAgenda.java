package fr.accueil.router.dialogue;

import fr.accueil.events.BookingId;
import fr.accueil.router.flow.AgendaView;
import java.util.List;

/// What conversation-service answers to what the assistant asked of the agenda.
record HearAgenda(Dialogue dialogue) {

    List<DialogueEvent> held(BookingId booking) {
        return List.of();
    }

    List<DialogueEvent> taken(BookingId booking, AgendaView agenda) {
        return List.of();
    }

    List<DialogueEvent> booked(BookingId booking, AgendaView agenda) {
        return List.of();
    }

    List<DialogueEvent> cancelled(BookingId booking, AgendaView agenda) {
        return List.of();
    }

    List<DialogueEvent> inVain(AgendaView agenda) {
        return List.of();
    }

    List<DialogueEvent> expireHold(BookingId booking) {
        return List.of();
    }

    List<DialogueEvent> expireFlow() {
        return List.of();
    }
}
