package fr.accueil.router.understanding;

import fr.accueil.router.knowledge.Business;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that an engine may know of a conversation: nothing of any other stands here.
///
/// @param before what was said before, oldest first
/// @param messages what waits for an answer, oldest first
/// @param scene where the dialogue stands
/// @param waitingSince since when the customer waits for the answer; null when nobody does
public record Question(
        Business business,
        List<Line> before,
        List<String> messages,
        Scene scene,
        @Nullable Instant waitingSince) {

    public Question(Business business, List<Line> before, List<String> messages, Scene scene) {
        this(business, before, messages, scene, null);
    }

    public record Line(Speaker speaker, Instant at, String text) {}

    public enum Speaker {
        CUSTOMER,
        ASSISTANT,
        PERSON
    }
}
