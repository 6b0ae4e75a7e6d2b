package fr.accueil.router.speech;

import fr.accueil.router.understanding.Language;
import java.util.List;

/// What the assistant says in one message, before it is put into words.
///
/// @param contents in their order: a FAQ's answer, then the question of the running flow once more
/// @param introduces whether it says first that it is an automatic assistant (AI Act, article 50)
public record Said(List<Content> contents, Language language, boolean introduces) {

    public Said {
        contents = List.copyOf(contents);
    }

    public static Said of(Content content, Language language, boolean introduces) {
        return new Said(List.of(content), language, introduces);
    }

    public boolean says(Class<? extends Content> kind) {
        return contents.stream().anyMatch(kind::isInstance);
    }
}
