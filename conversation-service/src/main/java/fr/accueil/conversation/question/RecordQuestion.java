package fr.accueil.conversation.question;

import fr.accueil.conversation.conversation.ChangesTopic;
import fr.accueil.events.AssistantEvent.QuestionLeftOpen;
import fr.accueil.events.ChangeEvent.QuestionRecorded;
import fr.accueil.events.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts a question that no FAQ settled on the list, or counts it. In the transaction that holds the conversation's
/// lock.
@Component
public class RecordQuestion {

    private final Questions questions;
    private final ChangesTopic changes;

    RecordQuestion(Questions questions, ChangesTopic changes) {
        this.questions = questions;
        this.changes = changes;
    }

    public Mono<Void> record(TenantId tenant, QuestionLeftOpen left, Instant at, UUID causedBy) {
        return questions
                .count(
                        SameQuestion.idOf(tenant, left.question()),
                        left.question(),
                        left.nearest(),
                        left.conversation(),
                        at.truncatedTo(ChronoUnit.MICROS))
                .flatMap(question ->
                        changes.tell(tenant, left.conversation().toString(), new QuestionRecorded(question), causedBy));
    }
}
