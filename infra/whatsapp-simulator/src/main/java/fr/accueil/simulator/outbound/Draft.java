package fr.accueil.simulator.outbound;

import fr.accueil.simulator.ledger.Fact.MessageAccepted;
import fr.accueil.simulator.ledger.Media;
import fr.accueil.simulator.world.Direction;
import fr.accueil.simulator.world.Sids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a business asks Twilio to send, found good.
public record Draft(
        String accountSid,
        Direction direction,
        String from,
        String to,
        String body,
        List<Media> media,
        @Nullable String messagingServiceSid,
        @Nullable String contentSid,
        @Nullable String contentVariables,
        @Nullable String statusCallback) {

    /// The text by which a webhook answers at once.
    public static Draft reply(String accountSid, String from, String to, String body, List<Media> media) {
        return new Draft(accountSid, Direction.OUTBOUND_REPLY, from, to, body, media, null, null, null, null);
    }

    MessageAccepted toFact() {
        return new MessageAccepted(
                Sids.message(!media.isEmpty()),
                accountSid,
                direction.wire(),
                from,
                to,
                body,
                media,
                messagingServiceSid,
                contentSid,
                contentVariables,
                statusCallback,
                Reference.in(statusCallback));
    }
}
