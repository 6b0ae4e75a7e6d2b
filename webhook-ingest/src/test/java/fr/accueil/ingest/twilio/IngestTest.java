package fr.accueil.ingest.twilio;

import fr.accueil.platform.testing.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// The whole service on a port, with real Kafka. The same for all that use it, so that it starts once.
/// Production's own limits of time.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"accueil.ingest.public-url=" + Caller.PUBLIC_URL, "accueil.ingest.failures-per-minute=1000000"})
@WithInfrastructure
@ExtendWith(WhenReady.class)
@Import(Businesses.class)
@interface IngestTest {}
