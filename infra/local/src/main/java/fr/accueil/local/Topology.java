package fr.accueil.local;

import fr.accueil.local.postgres.Postgres;
import fr.accueil.local.process.ProcessSpec;
import fr.accueil.local.process.Readiness;
import fr.accueil.local.settings.Addresses;
import fr.accueil.local.settings.Home;
import fr.accueil.local.settings.Secrets;
import fr.accueil.local.settings.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The whole stack on one screen: which services there are, where, and what each is told.
record Topology(Home home, Addresses addresses, Secrets secrets, Variables variables) {

    /// Enough for each, with C1 alone: on two cores the better compiler costs more while starting than it gives here.
    private static final List<String> JVM = List.of(
            "-Xms48m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC");

    /// Seconds to finish what is under way, and once to write the archive of classes.
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);

    List<Service> services() {
        var without = without();
        return List.of(
                        new Service("sign-in", "infra/sign-in", addresses.signIn(), Service.STANDS_ALONE, dashboards()),
                        new Service(
                                "whatsapp-simulator",
                                "infra/whatsapp-simulator",
                                addresses.simulator(),
                                Service.STANDS_ALONE,
                                Map.of()),
                        new Service(
                                "conversation-service",
                                "conversation-service",
                                addresses.conversation(),
                                Service.STANDS_ON_ALL,
                                database()),
                        new Service("ai-router", "ai-router", addresses.router(), Service.STANDS_ON_ALL, database()),
                        new Service(
                                "notification-service",
                                "notification-service",
                                addresses.notification(),
                                Service.STANDS_ON_ALL,
                                database()),
                        new Service(
                                "webhook-ingest",
                                "webhook-ingest",
                                addresses.ingest(),
                                Service.STANDS_ON_ALL,
                                Map.of()),
                        new Service(
                                "dashboard-gateway",
                                "dashboard-gateway",
                                addresses.gateway(),
                                Service.STANDS_ON_ALL,
                                neighbours()))
                .stream()
                .filter(it -> !without.contains(it.name()))
                .toList();
    }

    Optional<Service> service(String name) {
        return services().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// @param program its jar, ready to start
    ProcessSpec process(Service service, Path program, int instance, int port) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(javaOptions());
        command.addAll(sharedClasses(program, instance));
        command.addAll(List.of("-jar", program.toString()));
        var label = instance == 1 ? service.name() : service.name() + "-" + instance;
        return new ProcessSpec(
                service.name(),
                instance,
                service.layer(),
                Addresses.url(port),
                List.copyOf(command),
                environment(service, port),
                home.log(label),
                () -> {},
                Readiness.probe(Addresses.url(port)),
                ProcessSpec.StopSignal.TERM,
                Duration.ofSeconds(variables.number("ACCUEIL_START_PATIENCE", 150)),
                STOP_PATIENCE);
    }

    /// Further options for each service's JVM; the last of two that contradict each other counts.
    private List<String> javaOptions() {
        var options = variables.getOr("ACCUEIL_JAVA_OPTIONS", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    /// The first clean end of a program leaves an archive of its classes, with which it starts in half the time; a
    /// changed program is a new folder, and so a new archive. Only first instances write it.
    private static List<String> sharedClasses(Path program, int instance) {
        var archive = "-XX:SharedArchiveFile=" + program.resolveSibling("classes.jsa");
        return instance == 1
                ? List.of("-XX:+AutoCreateSharedArchive", archive, "-Xlog:cds*=off", "-Xlog:aot*=off")
                : List.of("-Xshare:auto", archive, "-Xlog:cds*=off", "-Xlog:aot*=off");
    }

    /// Where Twilio's API is: the simulator, unless `.env` says otherwise; set to nothing, it is the real one.
    String twilioUrl() {
        return variables.get("TWILIO_API_URL").orElse(Addresses.url(addresses.simulator()));
    }

    String issuer() {
        return variables.getOr("OIDC_ISSUER", Addresses.url(addresses.signIn()));
    }

    Path demoFile() {
        return home.root().resolve(variables.getOr("ACCUEIL_DEMO_FILE", "infra/local/demo/workspaces.json"));
    }

    /// Services that someone runs elsewhere, from an editor for example.
    private Set<String> without() {
        return Arrays.stream(variables.getOr("ACCUEIL_WITHOUT", "").split("[,\\s]+"))
                .collect(Collectors.toSet());
    }

    private Map<String, String> environment(Service service, int port) {
        var told = new HashMap<>(variables.values());
        told.putAll(Map.of(
                "SERVER_PORT", Integer.toString(port),
                "SERVER_ADDRESS", variables.getOr("ACCUEIL_BIND_ADDRESS", "localhost"),
                "SPRING_PROFILES_ACTIVE", "local",
                "ACCUEIL_HOME", home.folder().toString(),
                "ACCUEIL_PUBLIC_URL", addresses.publicUrl(),
                "ACCUEIL_DEMO_FILE", demoFile().toString(),
                "ACCUEIL_SECRET_KEY", secrets.secretKey(),
                "KAFKA_BOOTSTRAP_SERVERS", addresses.bootstrap(),
                "TWILIO_API_URL", twilioUrl(),
                "OIDC_ISSUER", issuer()));
        told.put("ACCUEIL_INGEST_URL", Addresses.url(addresses.ingest()));
        // Here a calendar elsewhere is a file on the same machine.
        told.put("ACCUEIL_CALENDARS_INSIDE", "true");
        told.putAll(service.environment());
        return Map.copyOf(told);
    }

    private Map<String, String> database() {
        return Map.of(
                "POSTGRES_URL", addresses.postgresUrl(),
                "POSTGRES_USER", Postgres.OWNER,
                "POSTGRES_PASSWORD", secrets.ownerPassword());
    }

    private Map<String, String> neighbours() {
        return Map.of(
                "ACCUEIL_CONVERSATION_URL", Addresses.url(addresses.conversation()),
                "ACCUEIL_ROUTER_URL", Addresses.url(addresses.router()),
                "ACCUEIL_NOTIFICATION_URL", Addresses.url(addresses.notification()));
    }

    /// The public address, and the gateway's own when that is another.
    private Map<String, String> dashboards() {
        var own = Addresses.url(addresses.gateway());
        var publicUrl = addresses.publicUrl();
        return Map.of("ACCUEIL_DASHBOARD_URLS", own.equals(publicUrl) ? own : publicUrl + "," + own);
    }
}
