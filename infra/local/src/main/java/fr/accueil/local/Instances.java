package fr.accueil.local;

import fr.accueil.local.process.Child;
import fr.accueil.local.process.NotHealthy;
import fr.accueil.local.process.Ports;
import fr.accueil.local.process.Supervisor;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// How many of each service run.
record Instances(Topology topology, Supervisor supervisor, Map<String, Path> programs) {

    private static final int MOST = 9;

    Child startFirst(Service service) {
        return start(service, 1, service.port());
    }

    /// Adds instances on free ports, or takes the last ones away, down to none. The first one has its well-known port.
    ///
    /// @return a sentence that says where they are
    synchronized String scale(String name, int wanted) {
        var service = topology.service(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
        if (wanted < 0 || wanted > MOST) {
            throw new IllegalArgumentException("Between 0 and " + MOST + " instances, please.");
        }
        if (service.layer() == Service.STANDS_ALONE && wanted > 1) {
            throw new IllegalArgumentException(name + " keeps what it knows in a file, so that there can be but one.");
        }
        for (var count = supervisor.instances(name).size(); count > wanted; count--) {
            supervisor.stop(supervisor.instances(name).getLast());
        }
        for (var count = supervisor.instances(name).size(); count < wanted; count++) {
            var port = count == 0 ? service.port() : Ports.freeFrom(service.port() + 100 * count);
            add(start(service, count + 1, port));
        }
        var running = supervisor.instances(name).stream()
                .map(it -> it.spec().label() + "  " + it.spec().url())
                .collect(Collectors.joining("\n"));
        return running.isEmpty() ? name + " is stopped" : running;
    }

    private void add(Child instance) {
        try {
            supervisor.awaitReady(instance);
        } catch (NotHealthy e) {
            supervisor.stop(instance);
            throw e;
        }
    }

    private Child start(Service service, int instance, int port) {
        var program = programs.get(service.name());
        if (program == null) {
            throw new IllegalStateException(service.name() + " was not installed");
        }
        return supervisor.start(topology.process(service, program, instance, port));
    }

    private String unknown(String name) {
        var known = topology.services().stream().map(Service::name).collect(Collectors.joining(", "));
        return "There is no service \"" + name + "\". There are: " + known + ".";
    }
}
