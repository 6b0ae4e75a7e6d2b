package fr.accueil.language.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Customers' questions and owners' statements with their fine topics. Three people wrote them and named some topics
/// twice:
/// `topic-aliases.jsonl` says which are one.
final class TopicExamples {

    /// A statement that settles more than this says too little about each.
    private static final int MOST_TOPICS = 2;

    private TopicExamples() {}

    static List<Example> read(Path folder) {
        var aliases = aliases(folder);
        var examples = new LinkedHashSet<Example>();
        for (var line : JsonLines.read(folder, "topic-questions-")) {
            examples.add(example(line.get("text").asString(), line.get("topic").asString(), aliases));
        }
        for (var line : JsonLines.read(folder, "topic-statements-")) {
            var topics = new ArrayList<String>();
            line.get("topics").forEach(topic -> topics.add(topic.asString()));
            if (topics.size() <= MOST_TOPICS) {
                topics.forEach(topic -> examples.add(example(line.get("text").asString(), topic, aliases)));
            }
        }
        return List.copyOf(examples);
    }

    private static Example example(String text, String topic, Map<String, String> aliases) {
        return new Example(text, aliases.getOrDefault(topic, topic));
    }

    private static Map<String, String> aliases(Path folder) {
        var aliases = new HashMap<String, String>();
        for (var line : JsonLines.read(folder, "topic-aliases")) {
            aliases.put(line.get("topic").asString(), line.get("is").asString());
        }
        return aliases;
    }
}
