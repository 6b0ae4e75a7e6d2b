package fr.accueil.router.dialogue;

import fr.accueil.router.understanding.MessageReader;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// The real engine, which can be held while it reads certain words, as a slow one would be.
class HeldReader implements MessageReader {

    private final MessageReader engine;
    private final Map<String, Sinks.One<String>> holds = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final List<Question> read = new CopyOnWriteArrayList<>();

    HeldReader(MessageReader engine) {
        this.engine = engine;
    }

    /// From now on whoever reads a burst with these words waits until they are released.
    void hold(String words) {
        holds.put(words, Sinks.one());
    }

    /// From now on whoever reads a burst with these words fails.
    void breakOn(String words) {
        broken.add(words);
    }

    void release(String words) {
        var held = holds.remove(words);
        if (held != null) {
            held.tryEmitValue(words);
        }
    }

    /// The bursts with these words that were begun to be read.
    List<Question> begun(String words) {
        return read.stream().filter(it -> contains(it, words)).toList();
    }

    @Override
    public Mono<Reading> read(Question question) {
        read.add(question);
        if (broken.stream().anyMatch(words -> contains(question, words))) {
            return Mono.error(new IllegalStateException("the engine is out of order"));
        }
        return holds.entrySet().stream()
                .filter(hold -> contains(question, hold.getKey()))
                .findFirst()
                .map(hold -> hold.getValue().asMono().then(engine.read(question)))
                .orElseGet(() -> engine.read(question));
    }

    private static boolean contains(Question question, String words) {
        return question.messages().stream().anyMatch(message -> message.contains(words));
    }
}
