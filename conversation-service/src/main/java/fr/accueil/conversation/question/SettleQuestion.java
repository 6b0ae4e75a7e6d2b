package fr.accueil.conversation.question;

import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes a question from the list, with those that are like it, in the open transaction. Asked again, it stands there
/// anew.
@Component
public class SettleQuestion {

    private final Questions questions;

    SettleQuestion(Questions questions) {
        this.questions = questions;
    }

    /// @throws QuestionUnknown (as an error) when there is none of that id
    public Mono<Void> settle(UUID id) {
        return questions
                .findGroups()
                .flatMap(groups -> groups.stream()
                        .filter(it -> it.members().stream()
                                .anyMatch(member -> member.id().equals(id)))
                        .findFirst()
                        .map(it -> questions.settle(it.members().stream()
                                .map(QuestionGroup.Alike::id)
                                .toList()))
                        .orElseGet(() -> questions
                                .exists(id)
                                .flatMap(isThere -> isThere
                                        ? questions.settle(java.util.List.of(id))
                                        : Mono.error(new QuestionUnknown()))));
    }
}
