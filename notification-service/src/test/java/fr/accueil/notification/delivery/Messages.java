package fr.accueil.notification.delivery;

import fr.accueil.events.Author;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.notification.errors.ErrorRule;
import fr.accueil.notification.errors.ErrorRule.Action;
import fr.accueil.notification.errors.ErrorTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Messages that speak, for the tests of the pure rules.
final class Messages {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Duration PATIENCE = Duration.ofMinutes(2);
    static final DeliveryRules RULES = new DeliveryRules(
            new ErrorTable(
                    rule(Action.REFUSE, "Refusé."),
                    Map.of(
                            63018,
                            rule(Action.RETRY, "Trop vite."),
                            63038,
                            new ErrorRule(Action.WAIT, "Limite du jour.", Duration.ofMinutes(5), null, true, false),
                            30500,
                            new ErrorRule(Action.RETRY, "Erreur interne.", null, 2, false, false),
                            21610,
                            new ErrorRule(Action.REFUSE, "STOP.", null, null, false, true),
                            63024,
                            rule(Action.REFUSE, "Impossible."))),
            new DeliverySettings(
                    1,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(30),
                    PATIENCE,
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(10),
                    Duration.ofHours(4),
                    2,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(3),
                    1));

    private Messages() {}

    static Outgoing fromTheAssistant(long leaderNumber) {
        return message(Author.Kind.ASSISTANT, leaderNumber, 1);
    }

    static Outgoing fromSophie() {
        return fromSophie(1);
    }

    static Outgoing fromSophie(int parts) {
        return message(Author.Kind.PERSON, 1, parts);
    }

    /// The message after one more call for a part was recorded.
    static Called called(Outgoing message, int part, Instant at) {
        var attempt = Attempt.started(Ids.next(), message.round(), message.recipient(), at, at.plusSeconds(20));
        return new Called(message.attempt(part, attempt), attempt.id());
    }

    static Called called(Outgoing message) {
        return called(message, 0, NOON);
    }

    /// The command that asks for a message once more.
    static SendMessage again(Outgoing message, int round) {
        return new SendMessage(
                message.id(),
                message.conversation(),
                message.channel(),
                message.recipient(),
                "Partie",
                Author.person("sophie", "Sophie"),
                List.of(),
                message.leaderNumber(),
                message.freeTextUntil(),
                message.template(),
                round);
    }

    static Outgoing taken(Outgoing message, int part, Instant at) {
        var called = called(message, part, at);
        return called.message()
                .answered(called.attempt(), new SendOutcome.Taken("SM" + part), at, RULES)
                .after();
    }

    record Called(Outgoing message, UUID attempt) {}

    private static Outgoing message(Author.Kind author, long leaderNumber, int parts) {
        return new Outgoing(
                MessageId.of(Ids.next()),
                ConversationId.of(Ids.next()),
                ChannelId.of(Ids.next()),
                "whatsapp:+33639980012",
                author,
                leaderNumber,
                NOON.plus(Duration.ofHours(23)),
                NOON,
                null,
                0,
                MessageState.QUEUED,
                null,
                IntStream.range(0, parts)
                        .mapToObj(it -> Part.fresh(it, "Partie " + it, 0))
                        .toList());
    }

    private static ErrorRule rule(Action action, String sentence) {
        return new ErrorRule(action, sentence, null, null, false, false);
    }
}
