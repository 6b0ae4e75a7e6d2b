package fr.accueil.conversation.question;

import fr.accueil.conversation.question.QuestionGroup.GroupedQuestion;
import fr.accueil.conversation.question.QuestionGroup.NearestFaq;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An open question as it is compared.
///
/// @param stems of its words that say something, as PostgreSQL's French dictionary finds them
record AskedQuestion(
        UUID id,
        String text,
        int times,
        Instant lastAt,
        @Nullable NearestFaq nearest,
        Set<String> stems) {

    GroupedQuestion toGrouped() {
        return new GroupedQuestion(id, text, times, lastAt);
    }
}
