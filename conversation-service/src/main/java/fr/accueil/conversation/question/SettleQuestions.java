package fr.accueil.conversation.question;

import fr.accueil.conversation.question.QuestionGroup.GroupedQuestion;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes questions off the list, with all that are like them: a FAQ answers them now, or nobody needs to. Asked again,
/// they are on it anew.
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
                        ? questions
                                .findOpen()
                                .flatMap(open -> questions.settle(groupOf(question, open), clock.instant()))
                        : Mono.<Void>error(new QuestionUnknown()));
    }

    private static List<UUID> groupOf(UUID question, List<AskedQuestion> open) {
        return Likeness.group(open).stream()
                .map(it -> it.members().stream().map(GroupedQuestion::id).toList())
                .filter(it -> it.contains(question))
                .findFirst()
                .orElse(List.of(question));
    }
}
