package fr.accueil.local;

import fr.accueil.local.display.Progress;
import fr.accueil.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether this machine has what the stack needs; each thing that misses is said in a sentence, all of them at once.
final class Machine {

    private static final int NODE = 20;
    private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.(\\d+)");

    private Machine() {}

    /// @param ports by the name of who needs them
    /// @throws Unfit with what is to be done about it
    static void check(Map<String, Integer> ports, Progress.Step step) {
        step.working("");
        var complaints = new ArrayList<String>();
        var node = output("node", "--version").map(String::strip).orElse("none");
        if (!isNodeNewEnough(node)) {
            complaints.add("Node " + NODE + " or newer is needed to build the dashboard, and found is " + node
                    + ". Install it from https://nodejs.org or with your package manager.");
        }
        if (output("curl", "--version").isEmpty() && !installed("curl")) {
            complaints.add("curl is needed by infra/local/send. Install it with your package manager.");
        }
        if (System.getProperty("user.name").equals("root")
                && output("unshare", "-U", "true").isEmpty()) {
            complaints.add("PostgreSQL does not run as root, and this machine does not allow \"unshare -U\" to work "
                    + "around that. Start the stack as an ordinary user.");
        }
        ports.forEach((name, port) -> {
            if (!Ports.isFree(port)) {
                complaints.add("Port " + port + " of " + name + " is taken" + holder(port) + ".");
            }
        });
        if (!complaints.isEmpty()) {
            step.failed("");
            throw new Unfit(complaints);
        }
        step.done("JDK " + Runtime.version().feature() + ", Node " + node.substring(1));
    }

    static boolean isNodeNewEnough(String version) {
        var numbers = NODE_VERSION.matcher(version);
        return numbers.matches() && Integer.parseInt(numbers.group(1)) >= NODE;
    }

    private static String holder(int port) {
        return Ports.holder(port)
                .map(it -> " by process " + it.pid()
                        + it.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""))
                .orElse("");
    }

    /// On Debian and its kin, as root, what is missing is simply installed.
    private static boolean installed(String program) {
        return System.getProperty("user.name").equals("root")
                && output("apt-get", "install", "-y", "-q", program).isPresent()
                && output(program, "--version").isPresent();
    }

    /// @return nothing when there is no such program, or it fails
    private static Optional<String> output(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var out = process.inputReader()) {
                var text = out.lines().collect(Collectors.joining("\n"));
                return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
            }
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> complaints;

        Unfit(List<String> complaints) {
            super(String.join(" ", complaints));
            this.complaints = complaints;
        }

        List<String> complaints() {
            return complaints;
        }
    }
}
