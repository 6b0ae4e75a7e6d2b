package fr.accueil.router.dialogue;

import fr.accueil.events.BookingId;
import fr.accueil.events.Ids;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.FlowFacts;
import fr.accueil.router.flow.NewIds;
import fr.accueil.router.understanding.Offer;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Scene;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// What the pure dialogue needs of the world for one decision: the time, the agenda, new ids.
@Component
class Surroundings {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Clock clock;

    Surroundings(Clock clock) {
        this.clock = clock;
    }

    Reply reply(StoredDialogue stored, Reading reading) {
        return new Reply(reading, agenda(stored), ids());
    }

    AgendaView agenda(StoredDialogue stored) {
        return new AgendaView.Unknown(now());
    }

    Scene scene(StoredDialogue stored) {
        var memory = stored.dialogue().memory();
        var flow = memory.flow();
        var customer = memory.customer();
        return new Scene(
                now(),
                FlowFacts.running(flow),
                FlowFacts.asked(flow).orElse(null),
                FlowFacts.known(flow, FRANCE),
                Offer.NOTHING,
                memory.language(),
                customer.name(),
                customer.phone());
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(FRANCE);
    }

    private static NewIds ids() {
        return new NewIds(MessageId.of(Ids.next()), BookingId.of(Ids.next()), LeadId.of(Ids.next()));
    }
}
