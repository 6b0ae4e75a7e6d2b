package fr.accueil.router.dialogue;

import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.understanding.Language;
import java.util.List;

/// What the assistant says, before it is put into words.
///
/// @param introduces whether it says first that it is an automatic assistant (AI Act, article 50)
record Said(Content content, Language language, boolean introduces) {

    sealed interface Content {

        record Greeted() implements Content {}

        record Thanked() implements Content {}

        record AnsweredWith(List<Faq> faqs) implements Content {}

        record PassedOn(Matter matter) implements Content {}

        /// Messages stop.
        record Stopped() implements Content {}

        /// Messages come again.
        record Resumed() implements Content {}
    }

    /// What is passed on to a person.
    enum Matter {
        QUESTION,
        BOOKING,
        QUOTE,
        CANCELLATION,
        PERSON,
        COMPLAINT,
        MEDIA,
        OPT_OUT,
        UNCLEAR,
        DELAYED
    }
}
