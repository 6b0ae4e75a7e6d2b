package fr.accueil.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;

/// The settings that all services share, below everything that a service says itself.
class PlatformDefaults implements EnvironmentPostProcessor {

    private static final Profiles ON_A_DESK = Profiles.of("local | test");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(ON_A_DESK)) {
            add(environment, "accueil/production.yml");
        }
        if (!environment.getProperty("OTEL_EXPORTER_OTLP_ENDPOINT", "").isBlank()) {
            add(environment, "accueil/otlp.yml");
        }
        if (!environment.getProperty("SENTRY_DSN", "").isBlank()) {
            add(environment, "accueil/sentry.yml");
        }
        add(environment, "accueil/defaults.yml");
    }

    private static void add(ConfigurableEnvironment environment, String file) {
        try {
            new YamlPropertySourceLoader()
                    .load("platform:" + file, new ClassPathResource(file))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
