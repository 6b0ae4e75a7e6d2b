package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.AssistantEvent.HandoverRequested;
import fr.accueil.events.AssistantEvent.LeadCaptured;
import fr.accueil.events.Envelope;
import fr.accueil.events.MessageId;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.router.RouterApplication;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Question.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// Two hundred customers write at the same time to two routers. Each has a name, a need or a slot, and a secret word of
/// their own, and nothing of one ever shows in another's.
class TwoHundredDialoguesTest extends DeskStory {

    private static final int DIALOGUES = 200;

    /// How many write before the first of them is waited for; all dialogues are open at once all the same.
    private static final int AT_ONCE = 40;

    private static final int MOST_TURNS = 8;

    private static final Pattern SECRET = Pattern.compile("jade\\d{3}");

    private static final List<String> FIRST_NAMES = List.of(
            "Marie",
            "Karim",
            "Sophie",
            "Julien",
            "Nadia",
            "Thomas",
            "Camille",
            "Hugo",
            "Chloé",
            "Antoine",
            "Léa",
            "Mehdi",
            "Manon",
            "Lucas",
            "Inès",
            "Paul",
            "Élodie",
            "Nicolas",
            "Amandine",
            "Samuel");

    private static final List<String> LAST_NAMES = List.of(
            "Duval", "Lefèvre", "Moreau", "Garnier", "Rousseau", "Fontaine", "Chevalier", "Robin", "Masson", "Girard");

    @Autowired
    private Environment environment;

    @Test
    void nothing_of_one_ever_shows_in_another_s() {
        try (var second = secondRouter()) {
            assertThat(second.isActive()).isTrue();
            var people = IntStream.range(0, DIALOGUES).mapToObj(this::person).toList();

            inBatches(people, Person::begin);
            for (var turn = 0; turn < MOST_TURNS; turn++) {
                inBatches(people.stream().filter(it -> !it.isDone()).toList(), Person::goOn);
            }

            people.forEach(Person::hasWhatTheyCameFor);
            comeToRest(people.stream().map(it -> it.guest.customer).toList());
            var names = people.stream().map(Person::name).collect(Collectors.toSet());
            people.forEach(person -> assertOnlyTheirOwn(person, names));
            people.forEach(person ->
                    assertThat(person.guest.customer.settledSoFar()).containsExactlyInAnyOrderElementsOf(person.sent));
            assertTheEngineSawOneAtATime();
            assertThat(openingsThatTheFirstRouterRead()).isBetween(1L, DIALOGUES - 1L);
        }
    }

    private void inBatches(List<Person> people, Function<Person, Stream<Envelope>> write) {
        for (var from = 0; from < people.size(); from += AT_ONCE) {
            var batch = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            var written = batch.stream().flatMap(write).toList();
            written.forEach(batch.getFirst().guest.customer::isToldAbout);
        }
    }

    private void assertOnlyTheirOwn(Person person, Set<String> names) {
        var conversation = person.guest.customer.conversation().toString();
        var others = new HashSet<>(names);
        others.remove(person.name());
        Stream.of(Topic.OUTBOUND, Topic.ASSISTANT)
                .flatMap(topic -> events.seen(topic).stream())
                .filter(it -> it.subject().equals(conversation))
                .map(it -> new String(Wire.write(it), StandardCharsets.UTF_8))
                .forEach(said -> {
                    assertThat(secretsIn(said)).isSubsetOf(person.secret);
                    assertThat(others).noneMatch(said::contains);
                });
    }

    private void assertTheEngineSawOneAtATime() {
        assertThat(reader.begun(""))
                .allSatisfy(question ->
                        assertThat(secretsIn(everythingOf(question))).hasSizeLessThanOrEqualTo(1));
    }

    private long openingsThatTheFirstRouterRead() {
        return reader.begun("je voudrais un ").stream()
                .filter(it -> it.business().tenant().equals(desk.tenant()))
                .count();
    }

    private static String everythingOf(Question question) {
        return Stream.of(
                        question.before().stream().map(Line::text),
                        question.messages().stream(),
                        question.scene().known().values().stream())
                .flatMap(it -> it)
                .collect(Collectors.joining(" "));
    }

    private static Set<String> secretsIn(String text) {
        return SECRET.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private Person person(int number) {
        var first = FIRST_NAMES.get(number % FIRST_NAMES.size());
        var last = LAST_NAMES.get(number / FIRST_NAMES.size());
        var secret = "jade%03d".formatted(number);
        var slot = in(14 + number / 20, "%02d:%02d".formatted(8 + number % 20 / 2, number % 2 * 30));
        var guest = guest(first + " " + last, slot)
                .knows(Asked.NEED, "repeindre un salon de 20 m², côté %s".formatted(secret))
                .knows(Asked.EMAIL, "client%03d@example.org".formatted(number))
                .knows(Asked.PHONE, "06 39 98 0%d %02d".formatted(number / 100, number % 100));
        return new Person(guest, secret, number % 2 == 0);
    }

    private ConfigurableApplicationContext secondRouter() {
        return new SpringApplicationBuilder(RouterApplication.class)
                .profiles("test")
                .properties(
                        "SERVER_PORT=0",
                        "POSTGRES_URL=" + environment.getRequiredProperty("POSTGRES_URL"),
                        "POSTGRES_USER=" + environment.getRequiredProperty("POSTGRES_USER"),
                        "POSTGRES_PASSWORD=" + environment.getRequiredProperty("POSTGRES_PASSWORD"),
                        "KAFKA_BOOTSTRAP_SERVERS=" + environment.getRequiredProperty("KAFKA_BOOTSTRAP_SERVERS"),
                        "ACCUEIL_SECRET_KEY=" + environment.getRequiredProperty("ACCUEIL_SECRET_KEY"),
                        "OIDC_ISSUER=" + environment.getRequiredProperty("OIDC_ISSUER"),
                        "ACCUEIL_QUIET_TIME=0s",
                        "ACCUEIL_ANSWER_DEADLINE=60s",
                        "ACCUEIL_AGENDA_PATIENCE=30s")
                .run();
    }

    /// Someone who comes for a visit, or for a quote.
    private final class Person {

        private final Guest guest;
        private final String secret;
        private final boolean visits;
        private final List<MessageId> sent = new ArrayList<>();

        Person(Guest guest, String secret, boolean visits) {
            this.guest = guest;
            this.secret = secret;
            this.visits = visits;
        }

        String name() {
            return guest.customer.name();
        }

        Stream<Envelope> begin() {
            var opening = visits
                    ? "Bonjour (%s), je voudrais un rendez-vous pour une coupe femme %s"
                            .formatted(secret, guest.written())
                    : "Bonjour, je voudrais un devis pour repeindre un salon, côté %s".formatted(secret);
            var written = guest.customer.writes(opening);
            sent.add(MessageId.of(written.id()));
            return Stream.of(written);
        }

        Stream<Envelope> goOn() {
            var written = guest.answers();
            written.ifPresent(it -> sent.add(MessageId.of(it.id())));
            return written.stream();
        }

        boolean isDone() {
            return guest.asked().isEmpty();
        }

        void hasWhatTheyCameFor() {
            assertThat(events.seen(Topic.ASSISTANT, HandoverRequested.class))
                    .as("%s was handed over", name())
                    .noneMatch(it -> it.conversation().equals(guest.customer.conversation()));
            if (visits) {
                await().until(() -> desk.bookings(guest.customer.conversation()).size() == 1);
                assertThat(desk.bookings(guest.customer.conversation()))
                        .singleElement()
                        .satisfies(it -> assertThat(it.customerName()).isEqualTo(name()))
                        .satisfies(it -> assertThat(it.start()).isEqualTo(guest.wished.toInstant()));
            } else {
                var lead = events.await(
                        Topic.ASSISTANT,
                        LeadCaptured.class,
                        it -> it.conversation().equals(guest.customer.conversation()));
                assertThat(lead.name()).isEqualTo(name());
                assertThat(lead.need()).contains(secret);
                assertThat(lead.email()).startsWith("client" + secret.substring(4));
            }
        }
    }
}
