package fr.accueil.local.kafka;

import static java.util.Objects.requireNonNull;

import fr.accueil.events.Reader;
import fr.accueil.events.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/// The broker's topics beside the table in `event-contracts`. What misses is created; what differs is reported and left
/// alone,
/// since to mend it is a decision: partitions are for life, and a shorter retention throws away.
public final class Topics {

    /// @param created the topics that were missing
    /// @param differences one sentence each
    public record Report(List<String> created, List<String> differences) {}

    private final Admin admin;
    private final Map<String, NewTopic> wanted;

    public Topics(Admin admin, int replicas) {
        this.admin = admin;
        this.wanted = wanted(replicas)
                .collect(Collectors.toMap(NewTopic::name, Function.identity(), (a, _) -> a, TreeMap::new));
    }

    public Report createMissing() {
        var there = await(admin.listTopics().names());
        var missing = wanted.values().stream()
                .filter(it -> !there.contains(it.name()))
                .toList();
        admin.createTopics(missing).values().values().forEach(Topics::awaitCreation);
        var unknown =
                there.stream().filter(it -> !wanted.containsKey(it)).sorted().map(it -> it + ": not in the table");
        var present = wanted.keySet().stream().filter(there::contains).toList();
        return new Report(
                missing.stream().map(NewTopic::name).toList(),
                Stream.concat(differences(present).stream(), unknown).toList());
    }

    private static Stream<NewTopic> wanted(int replicas) {
        return Stream.concat(
                Arrays.stream(Topic.values()).map(it -> it.create(replicas)), Reader.createBeside(replicas));
    }

    private List<String> differences(Collection<String> present) {
        var shapes = await(admin.describeTopics(present).allTopicNames());
        var resources = present.stream()
                .map(it -> new ConfigResource(ConfigResource.Type.TOPIC, it))
                .toList();
        var configs = await(admin.describeConfigs(resources).all());
        var differences = new ArrayList<String>();
        for (var resource : resources) {
            var name = resource.name();
            differences.addAll(difference(
                    requireNonNull(wanted.get(name)),
                    requireNonNull(shapes.get(name)),
                    requireNonNull(configs.get(resource))));
        }
        return differences;
    }

    private static List<String> difference(NewTopic wanted, TopicDescription shape, Config config) {
        var found = new ArrayList<String>();
        compare(
                found,
                wanted.name(),
                "partitions",
                wanted.numPartitions(),
                shape.partitions().size());
        compare(
                found,
                wanted.name(),
                "replicas",
                wanted.replicationFactor(),
                shape.partitions().getFirst().replicas().size());
        wanted.configs()
                .forEach((setting, value) -> compare(
                        found,
                        wanted.name(),
                        setting,
                        value,
                        config.get(setting).value()));
        return found;
    }

    private static void compare(List<String> found, String topic, String what, Object wanted, Object there) {
        if (!wanted.toString().equals(there.toString())) {
            found.add("%s: %s is %s, the table says %s".formatted(topic, what, there, wanted));
        }
    }

    /// A broker that has just started may not list yet what it has.
    private static void awaitCreation(KafkaFuture<Void> creation) {
        try {
            await(creation);
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof ExecutionException cause
                    && cause.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
