package fr.accueil.signin.people;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Everyone who can sign in. Held in memory: this is a local stack, its people fit on a page.
@Component
public class People implements UserDetailsService {

    private final Map<String, Person> byEmail = new ConcurrentHashMap<>();
    private final Map<String, Person> bySubject = new ConcurrentHashMap<>();
    private final PasswordEncoder passwords;
    private final PeopleFile file;

    People(PeopleSettings settings, PasswordEncoder passwords, JsonMapper json) {
        this.passwords = passwords;
        this.file = new PeopleFile(json, settings.folder());
        file.read().forEach(this::know);
        if (settings.demoFile() != null) {
            DemoTeams.read(json, settings.demoFile()).people(passwords).forEach(this::know);
        }
    }

    /// Adds a person, unless the address is taken already.
    public synchronized Optional<Person> signUp(String name, String email, String password) {
        if (byEmail.containsKey(normalize(email))) {
            return Optional.empty();
        }
        var person =
                new Person(UUID.randomUUID().toString(), name.strip(), normalize(email), hash(passwords, password));
        file.append(person);
        know(person);
        return Optional.of(person);
    }

    public Optional<Person> withSubject(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /// @param name the e-mail address from the sign-in page, or the subject from the cookie that remembers a person
    @Override
    public UserDetails loadUserByUsername(String name) {
        return withSubject(name)
                .or(() -> Optional.ofNullable(byEmail.get(normalize(name))))
                .map(People::toUser)
                .orElseThrow(() -> new UsernameNotFoundException("nobody has this name"));
    }

    static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static String hash(PasswordEncoder passwords, String password) {
        return requireNonNull(passwords.encode(password));
    }

    private void know(Person person) {
        byEmail.put(person.email(), person);
        bySubject.put(person.subject(), person);
    }

    private static UserDetails toUser(Person person) {
        return User.withUsername(person.subject())
                .password(person.passwordHash())
                .authorities("PERSON")
                .build();
    }
}
