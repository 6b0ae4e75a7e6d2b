package fr.accueil.router.understanding;

import fr.accueil.router.french.French;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The engine without a network: plain words for what a customer is after, Lucene's French for the FAQs, the extraction
/// of `language` for the values.
@Component
public class LocalReader implements MessageReader {

    private static final double LIKELY = 0.6;
    private static final double ANSWER = 0.9;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[?!.\\n])\\s+");

    private final ReadAlone alone = new ReadAlone();
    private final SlotReader slots = new SlotReader();

    @Override
    public Mono<Reading> read(Question question) {
        return Mono.fromSupplier(() -> reading(question));
    }

    public Reading reading(Question question) {
        var began = System.nanoTime();
        var text = String.join("\n", question.messages());
        var scene = question.scene();
        var read = alone.read(question.business().faqs(), text);
        var words = French.words(text);
        var signs = Signs.in(text, words, scene);
        var heard = slots.read(text, read.intent(), signs, scene);
        var context = new InContext(read, heard, words, signs, scene);
        return understood(read, heard, text, signs, scene, context)
                .in(context.language())
                .showing(signs.toArray(Sign[]::new))
                .taking(Duration.ofNanos(System.nanoTime() - began));
    }

    private Reading understood(
            Reading read, Slots heard, String text, Set<Sign> signs, Scene scene, InContext context) {
        if (context.isAnswer()) {
            return as(Answering.intent(scene.running()), ANSWER, read).with(heard);
        }
        if (context.isVisit()) {
            return as(Intent.BOOKING, LIKELY, read).with(heard);
        }
        return context.isBareWord() || context.isHardlyComplaint()
                ? as(Intent.OTHER, LIKELY, read).with(heard)
                : read.with(slots.read(told(read, text), read.intent(), signs, scene));
    }

    /// The dangers that were read in it stand whatever it is.
    private static Reading as(Intent intent, double confidence, Reading read) {
        return new Reading(intent, confidence, List.of(), read.language(), read.engine())
                .feeling(Mood.NEUTRAL, read.urgency(), null);
    }

    /// The words that are no question which a FAQ has answered.
    private static String told(Reading alone, String text) {
        if (alone.intent() != Intent.FAQ || alone.answers().isEmpty()) {
            return text;
        }
        return String.join(
                "\n",
                Arrays.stream(SENTENCE_END.split(text, -1))
                        .filter(part -> !part.contains("?"))
                        .filter(part -> alone.answers().size() > 1 || !text.equals(part))
                        .toList());
    }
}
