package fr.accueil.platform.kafka;

import fr.accueil.events.Reader;
import fr.accueil.events.Topic;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListenerAnnotationBeanPostProcessor.AnnotationEnhancer;

/// Lets every listener hear its replay topic too, where an operator puts dead letters for it and for nobody else.
final class ReplayTopics implements AnnotationEnhancer {

    private static final Set<String> KNOWN = Reader.beside().collect(Collectors.toUnmodifiableSet());

    @Override
    public Map<String, Object> apply(Map<String, Object> attributes, AnnotatedElement listener) {
        var group = groupOf(attributes);
        if (group == null || !(attributes.get("topics") instanceof String[] topics)) {
            return attributes;
        }
        var replays = Arrays.stream(topics).map(it -> Topic.replay(it, group)).filter(KNOWN::contains);
        var enhanced = new HashMap<>(attributes);
        enhanced.put("topics", Stream.concat(Arrays.stream(topics), replays).toArray(String[]::new));
        return enhanced;
    }

    private static @Nullable String groupOf(Map<String, Object> attributes) {
        return attributes.get("groupId") instanceof String group && !group.isBlank() ? group : null;
    }
}
