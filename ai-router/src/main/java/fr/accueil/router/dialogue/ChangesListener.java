package fr.accueil.router.dialogue;

import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.BookingNews;
import fr.accueil.events.ChangeEvent.Direction;
import fr.accueil.events.ChangeEvent.MessageChanged;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.LeadChanged;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears who leads, what people of the team write, and what became of the bookings that were asked for; the rest of the
/// changes is not the assistant's.
@Component
class ChangesListener {

    /// × max.poll.records (100) stays under max.poll.interval.ms (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static final String ID = "ai-router.changes";

    private final FollowTeam followTeam;
    private final FollowAgenda followAgenda;

    ChangesListener(FollowTeam followTeam, FollowAgenda followAgenda) {
        this.followTeam = followTeam;
        this.followAgenda = followAgenda;
    }

    @KafkaListener(id = ID, groupId = "ai-router", topics = "conversation.changes.v1")
    void on(Envelope envelope) {
        react(envelope).block(PATIENCE);
    }

    private Mono<Void> react(Envelope envelope) {
        return switch (envelope.data()) {
            case LeadChanged changed -> followTeam.lead(envelope, changed);
            case MessageChanged changed when byPerson(changed) -> followTeam.personWrote(envelope, changed);
            case BookingNews news -> followAgenda.hear(envelope, news);
            default -> Mono.empty();
        };
    }

    private static boolean byPerson(MessageChanged changed) {
        var message = changed.message();
        return message.direction() == Direction.OUTBOUND && message.author().kind() == Author.Kind.PERSON;
    }
}
