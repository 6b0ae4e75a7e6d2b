package fr.accueil.ingest.twilio;

import fr.accueil.platform.testing.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// The whole service on a port, with real Kafka. The same for all that use it, so that it starts once.
/// As patient as it may be: these tests are about what it says of webhooks, on machines that may be busy.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "accueil.ingest.public-url=" + Caller.PUBLIC_URL,
            "accueil.ingest.publishing.patience=3900ms",
            "accueil.ingest.answer-patience=3900ms",
            "accueil.ingest.failures-per-minute=1000000",
            "spring.kafka.producer.properties.max.block.ms=3500",
            "spring.kafka.producer.properties.delivery.timeout.ms=20000"
        })
@WithInfrastructure
@Import(Businesses.class)
@interface IngestTest {}
