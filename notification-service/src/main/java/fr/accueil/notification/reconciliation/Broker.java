package fr.accueil.notification.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What Kafka says of itself.
@Component
class Broker implements DisposableBean {

    private static final int PATIENCE_MS = 3_000;

    private final Admin admin;

    Broker(KafkaAdmin settings) {
        this.admin = Admin.create(settings.getConfigurationProperties());
    }

    /// Whether it answers.
    Mono<Boolean> requestPresence() {
        return requested(() -> admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                        .nodes())
                .map(nodes -> !nodes.isEmpty())
                .onErrorReturn(KafkaException.class, false);
    }

    /// Whether a group has handled all that stands in a topic at this moment; false also when it cannot be known.
    Mono<Boolean> requestCaughtUp(String topic, String group) {
        return requestPartitions(topic)
                .flatMap(partitions -> isCaughtUp(partitions, group))
                .onErrorReturn(KafkaException.class, false);
    }

    @Override
    public void destroy() {
        admin.close();
    }

    private Mono<List<TopicPartition>> requestPartitions(String topic) {
        return requested(() -> admin.describeTopics(List.of(topic)).allTopicNames())
                .map(it -> it.values().stream()
                        .flatMap(found -> found.partitions().stream())
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList());
    }

    /// The ends first: what is handled meanwhile only helps.
    private Mono<Boolean> isCaughtUp(List<TopicPartition> partitions, String group) {
        return requestOffsets(partitions, OffsetSpec.latest())
                .flatMap(ends -> requestOffsets(partitions, OffsetSpec.earliest())
                        .flatMap(beginnings -> requestHandled(group)
                                .map(handled -> partitions.stream()
                                        .allMatch(
                                                it -> at(ends, it) <= Math.max(at(beginnings, it), at(handled, it))))));
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    private Mono<Map<TopicPartition, Long>> requestOffsets(List<TopicPartition> partitions, OffsetSpec which) {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return requested(() -> admin.listOffsets(asked).all()).map(it -> values(it, ListOffsetsResultInfo::offset));
    }

    private Mono<Map<TopicPartition, Long>> requestHandled(String group) {
        return requested(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .map(it -> values(it, OffsetAndMetadata::offset));
    }

    private static <T> Map<TopicPartition, Long> values(Map<TopicPartition, T> found, Function<T, Long> value) {
        return found.entrySet().stream()
                .filter(it -> it.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, it -> value.apply(it.getValue())));
    }

    private static <T> Mono<T> requested(Supplier<KafkaFuture<T>> request) {
        return Mono.fromCompletionStage(() -> request.get().toCompletionStage());
    }
}
