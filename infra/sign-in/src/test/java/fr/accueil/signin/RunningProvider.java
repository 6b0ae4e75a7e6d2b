package fr.accueil.signin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The real provider on a free port, with the people of a small demo file; it can be started again on the same folder.
record RunningProvider(ConfigurableApplicationContext context) implements AutoCloseable {

    static final String DASHBOARD = "http://localhost:8080";
    static final String ISSUER = "http://localhost:9000";
    static final String SOPHIE = "af8b3248-8419-52bb-a999-ad0bcfb594e9";

    private static final String DEMO = """
            {"workspaces": [{"id": "93a3736e-9d24-5371-884d-943433cdf9b1", "name": "Institut Camélia", "faqs": [],
              "team": [{"subject": "%s", "name": "Sophie Camélia", "email": "sophie@camelia.example",
                        "password": "camelia-demo", "role": "owner"}]}], "customers": []}
            """.formatted(SOPHIE);

    static RunningProvider in(Path home) {
        return new RunningProvider(new SpringApplicationBuilder(SignInApplication.class)
                .properties("logging.level.root=warn")
                .run(
                        "--server.port=0",
                        "--accueil.people.folder=" + home.resolve("sign-in"),
                        "--accueil.people.demo-file=" + demoFile(home),
                        "--accueil.provider.folder=" + home.resolve("sign-in"),
                        "--accueil.provider.issuer=" + ISSUER,
                        "--accueil.provider.dashboards=" + DASHBOARD));
    }

    Browser browser() {
        return new Browser(
                "http://localhost:" + requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path demoFile(Path home) {
        try {
            return Files.writeString(home.resolve("demo.json"), DEMO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
