package fr.accueil.local;

import fr.accueil.local.build.Programs;
import fr.accueil.local.build.Reactor;
import fr.accueil.local.control.Control;
import fr.accueil.local.demo.Demo;
import fr.accueil.local.demo.StackFile;
import fr.accueil.local.display.Progress;
import fr.accueil.local.kafka.Broker;
import fr.accueil.local.kafka.Topics;
import fr.accueil.local.postgres.Postgres;
import fr.accueil.local.postgres.PostgresPrograms;
import fr.accueil.local.process.Child;
import fr.accueil.local.process.NotHealthy;
import fr.accueil.local.process.Supervisor;
import fr.accueil.local.settings.Addresses;
import fr.accueil.local.settings.Home;
import fr.accueil.local.settings.Secrets;
import fr.accueil.local.settings.Variables;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Brings the stack up, step by step, and down again.
final class Stack {

    private final Home home;
    private final Variables variables;
    private final PrintStream out;
    private final Addresses addresses;
    private final Topology topology;
    private final Secrets secrets;
    private final Demo demo;
    private final StackFile stackFile;
    private final Supervisor supervisor;
    private final Map<String, Path> programs = new ConcurrentHashMap<>();
    private final Instances instances;
    private volatile @Nullable Control door;

    Stack(Home home, Variables variables, PrintStream out) {
        this.home = home;
        this.variables = variables;
        this.out = out;
        this.addresses = Addresses.of(variables);
        this.secrets = Secrets.of(home.folder(), variables);
        this.topology = new Topology(home, addresses, secrets, variables);
        this.demo = Demo.read(topology.demoFile());
        this.stackFile = new StackFile(home, fixed(), demo);
        this.supervisor = new Supervisor(home.pids(), stackFile::update);
        this.instances = new Instances(topology, supervisor, programs);
    }

    /// Checks, builds and starts. Returns once everything can be used.
    void start(Progress progress) {
        var machine = progress.step("Machine");
        var build = progress.step("Build");
        var steps = Steps.of(progress, topology.services());
        Machine.check(ports(), machine);
        build(build);
        bringUp(steps);
    }

    /// What is shown for each process.
    record Steps(
            Progress.Step postgres, Progress.Step kafka, Progress.Step topics, Map<Service, Progress.Step> services) {

        static Steps of(Progress progress, List<Service> services) {
            var foundation = new Steps(
                    progress.step("PostgreSQL"),
                    progress.step("Kafka"),
                    progress.step("Topics"),
                    new LinkedHashMap<>());
            services.forEach(it -> foundation.services.put(it, progress.step(it.name())));
            return foundation;
        }
    }

    /// Starts everything, and returns once it can be used.
    void bringUp(Steps steps) {
        together(
                () -> startPostgres(steps.postgres()),
                () -> startKafka(steps.kafka(), steps.topics()),
                () -> startLayer(Service.STANDS_ALONE, steps.services()));
        startLayer(Service.STANDS_ON_ALL, steps.services());
        stackFile.publish(supervisor.children());
    }

    List<Service> services() {
        return topology.services();
    }

    void openDoor() {
        door = Control.open(home.controlFile(), instances::scale);
    }

    void welcome() {
        new Welcome(demo, topology, addresses, home).print(out);
    }

    void stop() {
        stackFile.withdraw();
        if (door != null) {
            door.close();
        }
        supervisor.stopAll(child -> out.println("  stopping " + child.spec().label()));
    }

    private Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("PostgreSQL", addresses.postgres());
        ports.put("Kafka", addresses.kafka());
        ports.put("Kafka's controller", addresses.kafkaController());
        topology.services().forEach(it -> ports.put(it.name(), it.port()));
        return ports;
    }

    private void build(Progress.Step step) {
        step.working("");
        var services = topology.services();
        try {
            new Reactor(home)
                    .build(
                            services.stream().map(Service::module).toList(),
                            services.stream().map(it -> it.jar(home.root())).toList(),
                            step);
        } catch (Reactor.BuildFailed e) {
            step.failed("");
            throw e;
        }
    }

    private void startPostgres(Progress.Step step) {
        step.working("unpacking");
        var postgres = new Postgres(
                PostgresPrograms.unpackedIn(home.programs()),
                home,
                home.disk(variables, "ACCUEIL_POSTGRES_FOLDER"),
                addresses,
                secrets);
        step.working("preparing its files");
        postgres.create();
        awaitReady(supervisor.start(postgres.process()), step);
        postgres.createOwner();
        step.done("port " + addresses.postgres());
    }

    private void startKafka(Progress.Step step, Progress.Step topics) {
        step.working("preparing its files");
        var broker = new Broker(home, home.disk(variables, "ACCUEIL_KAFKA_FOLDER"), addresses);
        broker.create();
        awaitReady(supervisor.start(broker.process()), step);
        step.done("port " + addresses.kafka());
        topics.working("");
        try (var admin = Broker.admin(addresses.bootstrap())) {
            var report = new Topics(admin, 1).createMissing();
            var differs = report.differences().isEmpty()
                    ? ""
                    : ", " + report.differences().size() + " differ: infra/local/topics";
            topics.done(report.created().size() + " created" + differs);
        }
    }

    private void startLayer(int layer, Map<Service, Progress.Step> steps) {
        var started = new LinkedHashMap<Child, Progress.Step>();
        var programs = new Programs(home);
        steps.forEach((service, step) -> {
            if (service.layer() == layer) {
                step.working("starting");
                this.programs.put(service.name(), programs.install(service.name(), service.jar(home.root())));
                started.put(instances.startFirst(service), step);
            }
        });
        started.forEach((child, step) -> {
            awaitReady(child, step);
            step.done(child.spec().url());
        });
    }

    private void awaitReady(Child child, Progress.Step step) {
        step.working("starting");
        try {
            supervisor.awaitReady(child);
        } catch (NotHealthy e) {
            step.failed("see below");
            throw e;
        }
    }

    /// Runs all to their end; the first failure is the one that counts.
    private static void together(Runnable... works) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running =
                    List.of(works).stream().map(threads::submit).toList();
            for (var work : running) {
                await(work);
            }
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private StackFile.Fixed fixed() {
        var twilio = topology.twilioUrl();
        return new StackFile.Fixed(
                addresses.publicUrl(),
                Addresses.url(addresses.ingest()),
                addresses.bootstrap(),
                topology.issuer(),
                new StackFile.Postgres(addresses.postgresUrl(), Postgres.OWNER, secrets.ownerPassword()),
                twilio.isEmpty() ? "https://api.twilio.com" : twilio);
    }
}
