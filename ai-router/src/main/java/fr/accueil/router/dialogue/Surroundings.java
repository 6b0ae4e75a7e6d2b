package fr.accueil.router.dialogue;

import fr.accueil.events.BookingId;
import fr.accueil.events.Ids;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;
import fr.accueil.router.agenda.Agendas;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.FlowFacts;
import fr.accueil.router.flow.NewIds;
import fr.accueil.router.understanding.Offer;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Scene;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the pure dialogue needs of the world for one decision: the time, the agenda, new ids.
@Component
public class Surroundings {

    private final Agendas agendas;
    private final Clock clock;

    Surroundings(Agendas agendas, Clock clock) {
        this.agendas = agendas;
        this.clock = clock;
    }

    Reply reply(StoredDialogue stored, Reading reading) {
        return new Reply(reading, agenda(stored), ids());
    }

    AgendaView agenda(StoredDialogue stored) {
        return agendas.view(stored.tenant(), stored.conversation(), clock.instant());
    }

    Scene scene(StoredDialogue stored) {
        return scene(stored.dialogue(), agenda(stored), agendas.offer(stored.tenant()));
    }

    /// Where a dialogue stands, for who reads its next message.
    public static Scene scene(Dialogue dialogue, AgendaView agenda, Offer offer) {
        var memory = dialogue.memory();
        var flow = memory.flow();
        var customer = memory.customer();
        return new Scene(
                agenda.now(),
                FlowFacts.running(flow),
                FlowFacts.asked(flow).orElse(null),
                FlowFacts.known(flow, agenda.now().getZone()),
                offer,
                memory.language(),
                customer.name(),
                customer.phone() == null ? phone(dialogue) : customer.phone());
    }

    private static @Nullable String phone(Dialogue dialogue) {
        return dialogue.waiting().isEmpty()
                ? null
                : dialogue.waiting().getLast().phone();
    }

    public static NewIds ids() {
        return new NewIds(MessageId.of(Ids.next()), BookingId.of(Ids.next()), LeadId.of(Ids.next()));
    }
}
