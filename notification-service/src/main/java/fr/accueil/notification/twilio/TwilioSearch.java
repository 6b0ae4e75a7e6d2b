package fr.accueil.notification.twilio;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Message.Direction;
import fr.accueil.notification.delivery.AttemptState;
import fr.accueil.notification.delivery.Sighting;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which of a recipient's messages is the call whose outcome was not known: by text and date, and no other call's.
///
/// @param others sids that are known to be of other calls
record TwilioSearch(Instant since, String body, Set<String> others) {

    Optional<Sighting> in(List<Message> page) {
        return page.stream()
                .filter(this::isOurs)
                .findFirst()
                .map(it -> new Sighting.Seen(it.getSid(), toState(it), toCode(it)));
    }

    /// Whether all that can follow is older than the call.
    boolean isPast(List<Message> page) {
        return !page.isEmpty() && isOlder(page.getLast());
    }

    private boolean isOurs(Message message) {
        return message.getDirection() != Direction.INBOUND
                && message.getSid() != null
                && !others.contains(message.getSid())
                && !isOlder(message)
                && folded(body).equals(folded(message.getBody()));
    }

    private boolean isOlder(Message message) {
        return message.getDateCreated() != null
                && message.getDateCreated().toInstant().isBefore(since);
    }

    private static AttemptState toState(Message message) {
        return message.getStatus() == null
                ? AttemptState.ACCEPTED
                : AttemptState.ofStatus(message.getStatus().toString()).orElse(AttemptState.ACCEPTED);
    }

    private static @Nullable String toCode(Message message) {
        return message.getErrorCode() == null ? null : message.getErrorCode().toString();
    }

    private static String folded(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC)
                        .strip();
    }
}
