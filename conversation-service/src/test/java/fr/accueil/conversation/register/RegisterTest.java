package fr.accueil.conversation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.register.RegisterEntry.Act;
import fr.accueil.conversation.team.Member;
import fr.accueil.platform.database.TenantTransaction;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

class RegisterTest extends ServiceTest {

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Test
    void who_opens_a_conversation_is_in_it_once_a_day() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");

        look(salon, salon.sophie(), marie);
        look(salon, salon.sophie(), marie);
        look(salon, salon.lea(), marie);

        assertThat(register(salon, "").items())
                .extracting(RegisterEntry::personName, RegisterEntry::act, RegisterEntry::customer)
                .containsExactly(
                        tuple("Léa Moreau", Act.OPENED, "Marie Lefèvre"),
                        tuple("Sophie Camélia", Act.OPENED, "Marie Lefèvre"));
    }

    @Test
    void exports_and_erasures_are_in_it_and_an_erased_customer_has_no_name_any_more() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");
        look(salon, salon.lea(), marie);
        salon.asSophie(HttpMethod.GET, "/api/customers/{id}/export", marie.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        assertThat(register(salon, "").items().getFirst().customer()).isEqualTo("Marie Lefèvre");

        salon.asSophie(HttpMethod.POST, "/api/customers/{id}/erasure", marie.id())
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(register(salon, "").items())
                .extracting(RegisterEntry::act)
                .containsExactly(Act.ERASED, Act.EXPORTED, Act.OPENED);
        assertThat(register(salon, "").items()).allSatisfy(it -> {
            assertThat(it.customer()).isNull();
            assertThat(it.conversation()).isNull();
        });
        assertThat(register(salon, "").items().getFirst().erasure()).isNotNull();
    }

    @Test
    void it_is_read_page_by_page() {
        var salon = aSalon();
        for (var i = 0; i < 5; i++) {
            var customer = salon.thread("Client " + i, "+3363998020" + i);
            customer.says("Bonjour");
            look(salon, salon.lea(), customer);
        }

        var first = register(salon, "?limit=3");
        var second = register(salon, "?limit=3&cursor=" + first.nextCursor());

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void it_is_only_ever_added_to() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");
        look(salon, salon.lea(), marie);

        for (var change : new String[] {"update register_entry set customer = null", "delete from register_entry"}) {
            assertThat(transaction
                            .in(salon.id(), database.sql(change).fetch().rowsUpdated())
                            .block(PATIENCE))
                    .isZero();
        }
    }

    private static void look(Salon salon, Member member, Correspondence at) {
        salon.as(member, HttpMethod.GET, "/api/conversations/{id}/messages", at.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }

    private static RegisterPage register(Salon salon, String query) {
        return Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/register" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(RegisterPage.class)
                .returnResult()
                .getResponseBody());
    }
}
