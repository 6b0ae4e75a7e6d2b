package fr.accueil.conversation.question;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes questions off the list: a FAQ answers them now, or nobody needs to. Asked again, they are on it anew.
@Component
public class SettleQuestions {

    private final Questions questions;
    private final Clock clock;

    SettleQuestions(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    /// In the open transaction.
    ///
    /// @throws QuestionUnknown (as an error) when it was never asked
    public Mono<Void> settle(UUID question) {
        return questions
                .exists(question)
                .flatMap(known -> known
                        ? questions.settle(List.of(question), clock.instant())
                        : Mono.<Void>error(new QuestionUnknown()));
    }
}
