package fr.accueil.local.demo;

import fr.accueil.local.process.Child;
import fr.accueil.local.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `stack.json`: how tests, benchmarks and operators find the running stack. It is there while the stack is healthy,
/// follows
/// every new process, and is never seen half written.
public final class StackFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    record Stack(
            String publicUrl,
            String webhookUrl,
            Kafka kafka,
            Oidc oidc,
            Postgres postgres,
            Twilio twilio,
            List<Running> processes,
            List<Tenant> tenants) {}

    record Kafka(String bootstrap) {}

    record Oidc(String issuer) {}

    public record Postgres(String url, String user, String password) {}

    record Twilio(String url) {}

    record Running(String name, long pid, String url, String log) {}

    record Tenant(String id, String name, String vertical, Demo.Channel channel, List<Demo.Member> users) {}

    /// The addresses that stay as long as the stack stands.
    public record Fixed(
            String publicUrl,
            String webhookUrl,
            String bootstrap,
            String issuer,
            Postgres postgres,
            String twilioUrl) {}

    private final Home home;
    private final Fixed fixed;
    private final Demo demo;
    private boolean published;

    public StackFile(Home home, Fixed fixed, Demo demo) {
        this.home = home;
        this.fixed = fixed;
        this.demo = demo;
    }

    public synchronized void publish(List<Child> children) {
        published = true;
        write(children);
    }

    /// Says what changed, once it was published at all.
    public synchronized void update(List<Child> children) {
        if (published) {
            write(children);
        }
    }

    public synchronized void withdraw() {
        published = false;
        try {
            Files.deleteIfExists(home.stackFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + home.stackFile(), e);
        }
    }

    private void write(List<Child> children) {
        var draft = home.stackFile().resolveSibling("stack.json.new");
        try {
            Files.write(draft, JSON.writeValueAsBytes(stack(children)));
            Files.move(draft, home.stackFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + home.stackFile(), e);
        }
    }

    private Stack stack(List<Child> children) {
        return new Stack(
                fixed.publicUrl(),
                fixed.webhookUrl(),
                new Kafka(fixed.bootstrap()),
                new Oidc(fixed.issuer()),
                fixed.postgres(),
                new Twilio(fixed.twilioUrl()),
                children.stream()
                        .flatMap(it -> it.pid().map(pid -> running(it, pid)).stream())
                        .toList(),
                demo.workspaces().stream().map(StackFile::tenant).toList());
    }

    private Running running(Child child, long pid) {
        var spec = child.spec();
        return new Running(spec.name(), pid, spec.url(), home.show(spec.log()));
    }

    private static Tenant tenant(Demo.Workspace workspace) {
        return new Tenant(
                workspace.id(), workspace.name(), workspace.vertical(), workspace.channel(), workspace.team());
    }
}
