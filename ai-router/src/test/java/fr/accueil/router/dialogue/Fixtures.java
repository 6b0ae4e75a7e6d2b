package fr.accueil.router.dialogue;

import fr.accueil.events.BookingId;
import fr.accueil.events.ChannelId;
import fr.accueil.events.FaqId;
import fr.accueil.events.LeadId;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.NewIds;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqMatch;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// Marie the customer, Sophie the owner, and what they say.
final class Fixtures {

    static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    static final Leader SOPHIE = Leader.person("sophie", "Sophie Camélia");
    static final Faq OPENING_HOURS =
            new Faq(FaqId.of(new UUID(7, 1)), "Quels sont vos horaires ?", "Du mardi au samedi.", List.of());

    static final NewIds IDS =
            new NewIds(MessageId.of(new UUID(8, 1)), BookingId.of(new UUID(8, 2)), LeadId.of(new UUID(8, 3)));

    private Fixtures() {}

    static Heard marieWrote(String text, Instant at) {
        return marieSent(MessageKind.TEXT, text, at);
    }

    static Heard marieSent(MessageKind kind, String text, Instant at) {
        var id = MessageId.of(UUID.nameUUIDFromBytes((text + at).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return new Heard(
                id, at, at, ChannelId.of(new UUID(1, 1)), "whatsapp:+33639980012", "SM" + id, kind, text, null, false);
    }

    /// While nothing is known of the house's agenda.
    static Reply reply(Reading reading) {
        return new Reply(reading, new AgendaView.Unknown(NOON.atZone(ZoneId.of("Europe/Paris"))), IDS);
    }

    static Reading reading(Intent intent) {
        return new Reading(intent, 0.9, List.of(), Language.FRENCH, "local");
    }

    static Reading openingHours() {
        return new Reading(Intent.FAQ, 0.8, List.of(new FaqMatch(OPENING_HOURS, 0.8)), Language.FRENCH, "local");
    }
}
