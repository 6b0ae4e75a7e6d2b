package fr.accueil.local;

import fr.accueil.local.build.Reactor;
import fr.accueil.local.kafka.Broker;
import fr.accueil.local.kafka.Topics;
import fr.accueil.local.letters.LettersCommand;
import fr.accueil.local.process.Logs;
import fr.accueil.local.process.NotHealthy;
import fr.accueil.local.settings.Addresses;
import fr.accueil.local.settings.Home;
import fr.accueil.local.settings.SecretKeyCommand;
import fr.accueil.local.settings.Variables;
import fr.accueil.local.settings.WrongSetting;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `run`, `stop`, `topics`, `dead-letters` and `secret-key`, as the scripts in `infra/local` call them.
public final class Launcher {

    private static final int LOG_LINES = 25;

    private final Path root;
    private final PrintStream out;

    private Launcher(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var root =
                Path.of(System.getProperty("accueil.root", "")).toAbsolutePath().normalize();
        var command = List.of(arguments);
        System.exit(new Launcher(root, out).run(command));
    }

    /// @return the exit code
    private int run(List<String> command) {
        try {
            var variables = Variables.of(root, System.getenv());
            return switch (command.isEmpty() ? "run" : command.getFirst()) {
                case "run" -> new Run(Home.of(root, variables), variables, out).run();
                case "stop" -> new Run(Home.of(root, variables), variables, out).stop();
                case "topics" -> topics(command.subList(1, command.size()), variables);
                case "secret-key" ->
                    new SecretKeyCommand(System.getenv().getOrDefault("ACCUEIL_SECRET_KEY", ""), out)
                            .run(command.subList(1, command.size()));
                case "dead-letters" -> letters(command.subList(1, command.size()), variables);
                default -> complain("There is no command " + command.getFirst() + ".");
            };
        } catch (WrongSetting e) {
            return complain(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (Machine.Unfit e) {
            e.complaints().forEach(this::complain);
            return 1;
        } catch (Reactor.BuildFailed e) {
            return complain(String.valueOf(e.getMessage()), e.log(), Logs.errors(e.log(), LOG_LINES));
        } catch (NotHealthy e) {
            return complain(String.valueOf(e.getMessage()), e.log(), Logs.tail(e.log(), LOG_LINES));
        } catch (IllegalStateException | UncheckedIOException e) {
            return complain(String.valueOf(e.getMessage()));
        }
    }

    /// `topics [BOOTSTRAP [REPLICAS]]`: for this stack, or for any broker.
    private int topics(List<String> arguments, Variables variables) {
        var bootstrap = arguments.isEmpty() ? Addresses.of(variables).bootstrap() : arguments.getFirst();
        var replicas = arguments.size() < 2 ? 1 : Integer.parseInt(arguments.get(1));
        try (var admin = Broker.admin(bootstrap)) {
            var report = new Topics(admin, replicas).createMissing();
            report.created().forEach(it -> out.println("created  " + it));
            report.differences().forEach(it -> out.println("differs  " + it));
            out.println(report.created().size() + " created, "
                    + report.differences().size() + " differ.");
            return report.differences().isEmpty() ? 0 : 1;
        } catch (IllegalStateException e) {
            return complain("Topics of " + bootstrap + ": " + String.valueOf(e.getMessage()));
        }
    }

    private int letters(List<String> arguments, Variables variables) {
        var bootstrap = LettersCommand.valueOf("--broker", arguments)
                .orElseGet(() -> Addresses.of(variables).bootstrap());
        return new LettersCommand(bootstrap, out).run(arguments);
    }

    private int complain(String sentence, Path log, List<String> lines) {
        complain(sentence);
        if (!lines.isEmpty()) {
            out.println();
            lines.forEach(line -> out.println("    " + line));
            out.println();
        }
        out.println("The whole log: " + (log.startsWith(root) ? root.relativize(log) : log));
        return 1;
    }

    private int complain(@Nullable String sentence) {
        out.println("✗ " + sentence);
        return 1;
    }
}
