package fr.accueil.platform.work;

import fr.accueil.platform.database.DatabaseAutoConfiguration;
import fr.accueil.platform.database.DatabaseSettings;
import fr.accueil.platform.database.RelayConnections;
import fr.accueil.platform.database.Signals;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.tracing.TraceCarrier;
import fr.accueil.platform.tracing.TracingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

@AutoConfiguration(after = {DatabaseAutoConfiguration.class, TracingAutoConfiguration.class})
@ConditionalOnBean(TenantTransaction.class)
public class WorkAutoConfiguration {

    @Bean
    WorkQueue workQueue(DatabaseClient databaseClient, TraceCarrier trace, DatabaseSettings settings) {
        return new WorkQueue(databaseClient, trace, settings.schema());
    }

    @Bean
    SmartLifecycle dueWorkers(
            List<WorkHandler> handlers,
            @Qualifier("relayDatabase") DatabaseClient relayDatabase,
            TraceCarrier trace,
            Clock clock,
            Signals signals,
            MeterRegistry meters,
            DatabaseSettings settings) {
        return new DueWorkers(handlers.stream()
                .map(it -> new DueWorker(it, relayDatabase, trace, clock, signals, meters, settings.schema()))
                .toList());
    }

    @Bean
    SmartLifecycle backlog(
            RelayConnections connections, Clock clock, MeterRegistry meters, List<WorkHandler> handlers) {
        return new Backlog(
                connections,
                clock,
                meters,
                handlers.stream().map(WorkHandler::kind).toList());
    }
}
