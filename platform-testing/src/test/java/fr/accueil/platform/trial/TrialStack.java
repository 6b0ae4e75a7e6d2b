package fr.accueil.platform.trial;

import fr.accueil.platform.testing.Events;
import fr.accueil.platform.testing.Infrastructure;
import fr.accueil.platform.testing.InfrastructureInitializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The trial service, started by hand for tests whose engine does not know Spring.
public final class TrialStack implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TrialStack(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TrialStack start() {
        return new TrialStack(new SpringApplicationBuilder(TrialApplication.class)
                .profiles("test")
                .properties("server.port=0")
                .initializers(new InfrastructureInitializer())
                .run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Events events() {
        return Events.at(Infrastructure.kafka());
    }

    @Override
    public void close() {
        context.close();
    }
}
