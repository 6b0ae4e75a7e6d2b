package fr.accueil.signin.people;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.json.JsonMapper;

/// The teams of the demo workspaces, of which only what signing in needs is read.
record DemoTeams(List<Workspace> workspaces) {

    record Workspace(List<Member> team) {}

    record Member(String subject, String name, String email, String password) {}

    static DemoTeams read(JsonMapper json, Path file) {
        return json.readValue(file, DemoTeams.class);
    }

    Stream<Person> people(PasswordEncoder passwords) {
        return workspaces.stream()
                .flatMap(workspace -> workspace.team().stream())
                .map(it -> new Person(
                        it.subject(), it.name(), People.normalize(it.email()), People.hash(passwords, it.password())));
    }
}
