package fr.accueil.platform.outbox;

import fr.accueil.platform.database.DatabaseAutoConfiguration;
import fr.accueil.platform.database.DatabaseSettings;
import fr.accueil.platform.database.RelayConnections;
import fr.accueil.platform.database.Signals;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.tracing.TraceCarrier;
import fr.accueil.platform.tracing.TracingAutoConfiguration;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;

@AutoConfiguration(
        after = {DatabaseAutoConfiguration.class, TracingAutoConfiguration.class},
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass(KafkaTemplate.class)
@ConditionalOnBean(TenantTransaction.class)
public class OutboxAutoConfiguration {

    /// The relay has time: it holds nobody up and sends again what was not acknowledged.
    private static final Map<String, Object> PATIENT =
            Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);

    @Bean
    Outbox outbox(DatabaseClient databaseClient, TraceCarrier trace, Clock clock, DatabaseSettings settings) {
        return new Outbox(databaseClient, trace, clock, settings.schema());
    }

    @Bean
    OutboxRelay outboxRelay(
            RelayConnections connections,
            ProducerFactory<String, byte[]> producers,
            Signals signals,
            DatabaseSettings settings) {
        var kafka = new KafkaTemplate<>(producers, PATIENT);
        return new OutboxRelay(connections, kafka, signals, settings.schema());
    }
}
