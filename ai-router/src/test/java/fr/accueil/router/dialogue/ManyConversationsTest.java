package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.MessageId;
import fr.accueil.platform.testing.RowLevelSecurity;
import fr.accueil.router.RouterApplication;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/// Conversations do not wait for each other, and share nothing.
class ManyConversationsTest extends Story {

    @Autowired
    private Environment environment;

    @Autowired
    private RowLevelSecurity rowLevelSecurity;

    @Test
    void thirty_customers_are_thought_about_at_once() {
        var customers = customers(30);
        reader.hold("le samedi toute la journée");

        customers.forEach(it -> it.writes("vous êtes ouverts le samedi toute la journée ?"));
        await().until(() -> reader.begun("le samedi toute la journée").size() == 30);
        reader.release("le samedi toute la journée");

        customers.forEach(it -> assertThat(it.isTold(HOURS).to()).isEqualTo(it.address()));
        comeToRest(customers);
        customers.forEach(it -> assertThat(it.toldSoFar()).hasSize(1));
    }

    @Test
    void the_engine_sees_one_conversation_only() {
        var marie = customer("Marie");
        var karim = customer("Karim");
        marie.writes("Bonjour, c'est Marie");
        marie.isTold("");
        karim.writes("Bonjour, c'est Karim");
        karim.isTold("");

        assertThat(reader.begun("c'est Karim"))
                .singleElement()
                .satisfies(it -> assertThat(it.before()).isEmpty());
    }

    @Test
    void two_instances_answer_each_message_once() {
        try (var second = new SpringApplicationBuilder(RouterApplication.class)
                .profiles("test")
                .properties(
                        "SERVER_PORT=0",
                        "POSTGRES_URL=" + environment.getRequiredProperty("POSTGRES_URL"),
                        "POSTGRES_USER=" + environment.getRequiredProperty("POSTGRES_USER"),
                        "POSTGRES_PASSWORD=" + environment.getRequiredProperty("POSTGRES_PASSWORD"),
                        "KAFKA_BOOTSTRAP_SERVERS=" + environment.getRequiredProperty("KAFKA_BOOTSTRAP_SERVERS"),
                        "ACCUEIL_SECRET_KEY=" + environment.getRequiredProperty("ACCUEIL_SECRET_KEY"),
                        "ACCUEIL_QUIET_TIME=0s")
                .run()) {
            var customers = customers(40);
            var sent = customers.stream()
                    .map(it -> MessageId.of(it.writes(OPEN_ON_SATURDAY).id()))
                    .toList();

            customers.forEach(it -> it.isTold(HOURS));

            comeToRest(customers);
            assertThat(second.isActive()).isTrue();
            assertThat(customers.stream()
                            .flatMap(it -> it.settledSoFar().stream())
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(sent);
            assertThat(customers).allSatisfy(it -> assertThat(it.toldSoFar()).hasSize(1));
        }
    }

    @Test
    void every_table_is_behind_row_level_security() {
        rowLevelSecurity.assertOnEveryTable("ai_router");
    }

    private List<Customers> customers(int number) {
        return IntStream.range(0, number).mapToObj(i -> customer("Client " + i)).toList();
    }
}
