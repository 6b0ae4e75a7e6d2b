package fr.accueil.local.letters;

import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// `dead-letters list | show | replay`, for an operator.
public final class LettersCommand {

    private static final String USAGE = """
            dead-letters list [--all] [--json] [--reader GROUP] [--topic TOPIC] [--broker HOST:PORT]
            dead-letters show ID
            dead-letters replay ID… | --everything [--reader GROUP] [--topic TOPIC]

            list   those that wait; --all: also those that were replayed. Says nothing that a customer wrote
            show   one, whole, with what the customer wrote in it
            replay gives them back to the reader that failed, and to no other; what it has handled meanwhile has no
                   second effect, and what fails again is a new dead letter""";

    private final DeadLetters letters;
    private final PrintStream out;

    public LettersCommand(String bootstrap, PrintStream out) {
        this.letters = new DeadLetters(bootstrap);
        this.out = out;
    }

    /// @return the exit code
    public int run(List<String> arguments) {
        var command = arguments.isEmpty() ? "list" : arguments.getFirst();
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        return switch (command) {
            case "list" -> list(rest);
            case "show" -> show(rest);
            case "replay" -> replay(rest);
            default -> usage();
        };
    }

    private int list(List<String> options) {
        var wanted = selected(options).and(it -> options.contains("--all") || !it.replayed());
        var found = letters.list().stream().filter(wanted).toList();
        if (options.contains("--json")) {
            out.println(Wire.json()
                    .writeValueAsString(
                            found.stream().map(LettersCommand::toJson).toList()));
            return 0;
        }
        found.forEach(this::printLine);
        out.println(found.isEmpty() ? "No dead letters." : found.size() + " dead letters.");
        return 0;
    }

    private void printLine(Letter letter) {
        out.println(letter.id() + (letter.replayed() ? "  (replayed)" : ""));
        out.println("    %s  %s"
                .formatted(
                        letter.at(),
                        letter.envelope().map(LettersCommand::describe).orElse("no event")));
        out.println("    " + letter.reason());
    }

    private static String describe(Envelope envelope) {
        return "%s %s of tenant %s, %s"
                .formatted(
                        envelope.type(),
                        envelope.id(),
                        Optional.ofNullable(envelope.tenant())
                                .map(TenantId::toString)
                                .orElse("none"),
                        envelope.subject());
    }

    private static Map<String, Object> toJson(Letter letter) {
        var json = new HashMap<String, Object>();
        json.put("id", letter.id());
        json.put("topic", letter.topic());
        json.put("reader", letter.group());
        json.put("at", letter.at().toString());
        json.put("reason", letter.reason());
        json.put("replayed", letter.replayed());
        letter.envelope().ifPresent(it -> {
            json.put("type", it.type());
            json.put("event", it.id().toString());
            json.put("subject", it.subject());
        });
        return json;
    }

    private int show(List<String> ids) {
        if (ids.size() != 1) {
            return usage();
        }
        var found = letters.list().stream()
                .filter(it -> it.id().equals(ids.getFirst()))
                .findFirst();
        found.ifPresent(it -> {
            printLine(it);
            it.message()
                    .headers()
                    .forEach(header -> out.println("    " + header.key() + ": "
                            + new String(header.value(), StandardCharsets.UTF_8)
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
            out.println(
                    it.message().value() == null
                            ? "(a tombstone)"
                            : new String(it.message().value(), StandardCharsets.UTF_8));
        });
        return found.isPresent() ? 0 : unknown(ids);
    }

    private int replay(List<String> options) {
        var ids = idsIn(options);
        var everything = options.contains("--everything");
        if (ids.isEmpty() == !everything) {
            return usage();
        }
        var chosen = letters.list().stream()
                .filter(everything ? selected(options).and(it -> !it.replayed()) : it -> ids.contains(it.id()))
                .toList();
        if (!everything && chosen.size() < ids.size()) {
            chosen.forEach(it -> ids.remove(it.id()));
            return unknown(ids);
        }
        letters.replay(chosen);
        chosen.forEach(it -> out.println("replayed  " + it.id()));
        out.println(chosen.size() + " replayed.");
        return 0;
    }

    private static Predicate<Letter> selected(List<String> options) {
        var reader = valueOf("--reader", options);
        var topic = valueOf("--topic", options);
        return it -> reader.map(it.group()::equals).orElse(true)
                && topic.map(it.topic()::equals).orElse(true);
    }

    private static List<String> idsIn(List<String> options) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < options.size(); i++) {
            if (List.of("--reader", "--topic", "--broker").contains(options.get(i))) {
                i++;
            } else if (!options.get(i).startsWith("--")) {
                ids.add(options.get(i));
            }
        }
        return ids;
    }

    /// The word after an option.
    public static Optional<String> valueOf(String option, List<String> options) {
        var at = options.indexOf(option);
        return at < 0 || at + 1 >= options.size() ? Optional.empty() : Optional.of(options.get(at + 1));
    }

    private int unknown(List<String> ids) {
        ids.forEach(it -> out.println("✗ There is no dead letter " + it + "."));
        return 1;
    }

    private int usage() {
        out.println(USAGE);
        out.println("Readers: " + String.join(", ", DeadLetters.groups()));
        return 2;
    }
}
