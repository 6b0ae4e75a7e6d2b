package fr.accueil.platform.trial;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.events.Topic;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@SpringBootApplication
class TrialApplication {

    static void main(String[] args) {
        SpringApplication.run(TrialApplication.class, args);
    }

    @Bean
    CompactedCopy faqCopy(CompactedCopies copies, FaqCopy faqs) {
        return copies.follow(Topic.FAQS, (key, envelope) -> {
            if (envelope == null) {
                faqs.byKey.remove(key);
            } else {
                faqs.byKey.put(key, envelope);
            }
        });
    }

    @Component
    static class FaqCopy {
        final Map<String, Envelope> byKey = new ConcurrentHashMap<>();
    }

    /// Does what a test tells it to.
    @Component
    static class Worker implements WorkHandler {

        volatile Function<LeasedWork, Mono<Void>> task = _ -> Mono.empty();

        @Override
        public String kind() {
            return "trial";
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Mono<Void> handle(LeasedWork work) {
            return task.apply(work);
        }
    }

    @Component
    static class StatusListener {

        final List<AccueilEvent> heard = new CopyOnWriteArrayList<>();
        final Map<ConversationId, String> traces = new ConcurrentHashMap<>();
        private final Tracer tracer;
        final Map<ConversationId, AtomicInteger> failures = new ConcurrentHashMap<>();

        StatusListener(ObjectProvider<Tracer> tracer) {
            this.tracer = tracer.getIfAvailable(() -> Tracer.NOOP);
        }

        @KafkaListener(id = "trial.status", groupId = "notification-service", topics = "whatsapp.status.v1")
        void on(Envelope envelope) {
            if (envelope.data() instanceof DeliveryStatusReported it
                    && it.status().equals("poison")) {
                failures.computeIfAbsent(it.conversation(), _ -> new AtomicInteger())
                        .incrementAndGet();
                throw new IllegalArgumentException("by its own content");
            }
            var span = tracer.currentSpan();
            if (span != null) {
                traces.put(envelope.conversation(), span.context().traceId());
            }
            heard.add(envelope.data());
        }
    }

    @RestController
    static class Greeting {

        @GetMapping("/api/greeting")
        Mono<String> greet() {
            return Mono.just("Bonjour");
        }
    }
}
