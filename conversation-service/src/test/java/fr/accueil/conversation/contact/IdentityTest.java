package fr.accueil.conversation.contact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Received;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.conversation.ConversationPage;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ConversationId;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.platform.database.TenantTransaction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

/// A customer is one, under a telephone number and under WhatsApp's user id alike.
class IdentityTest extends ServiceTest {

    private static final String PHONE = "+33639980012";
    private static final String USER = "whatsapp:FR.40811234";

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Test
    void who_began_under_a_telephone_number_and_goes_on_under_a_user_id_is_one() {
        var salon = aSalon();
        var marie = salon.thread("Marie", PHONE);

        marie.sends(Received.text("Bonjour").by(phoneOnly("Marie")));
        marie.sends(Received.text("C'est moi").by(both("Marie Lefèvre")));
        marie.sends(Received.text("Toujours moi").by(userOnly("Marie L.")));

        assertThat(contacts(salon)).containsExactly("Marie L.|" + PHONE + "|" + USER + "|" + USER);
        assertThat(marie.row().customer()).isEqualTo(new ChangeEvent.Contact("Marie L.", PHONE, USER));
        assertThat(found(salon, "06 39 98 00 12")).containsExactly(marie.id());
    }

    @Test
    void who_began_under_a_user_id_and_goes_on_under_a_telephone_number_is_one() {
        var salon = aSalon();
        var marie = salon.thread("Marie", USER);

        marie.sends(Received.text("Bonjour").by(userOnly("Marie")));
        assertThat(found(salon, "06 39 98 00 12")).isEmpty();
        marie.sends(Received.text("C'est moi").by(both("Marie")));
        marie.sends(Received.text("Toujours moi").by(phoneOnly("Marie Lefèvre")));

        assertThat(contacts(salon)).containsExactly("Marie Lefèvre|" + PHONE + "|" + USER + "|whatsapp:" + PHONE);
        assertThat(found(salon, "06 39 98 00 12")).containsExactly(marie.id());
        assertThat(found(salon, "lefevre")).containsExactly(marie.id());
    }

    @Test
    void who_was_known_as_two_becomes_one_and_both_conversations_show_it() {
        var salon = aSalon();
        var byPhone = salon.thread("Marie", PHONE);
        var byUser = salon.thread("Marie", USER);
        byPhone.sends(Received.text("Bonjour").by(phoneOnly("Marie")));
        var before = byUser.sends(Received.text("Bonsoir").by(userOnly(null)));
        assertThat(contacts(salon)).hasSize(2);
        var version = byUser.row().version();

        byPhone.sends(Received.text("C'est moi").by(both("Marie Lefèvre")));

        assertThat(contacts(salon)).containsExactly("Marie Lefèvre|" + PHONE + "|" + USER + "|whatsapp:" + PHONE);
        var told = byUser.awaitRow(it -> it.version() > version);
        assertThat(told.customer()).isEqualTo(new ChangeEvent.Contact("Marie Lefèvre", PHONE, "whatsapp:" + PHONE));
        assertThat(byUser.row()).isEqualTo(told);
        assertThat(Objects.requireNonNull(told.lastMessage()).id()).isEqualTo(before.id());
        assertThat(found(salon, PHONE)).containsExactlyInAnyOrder(byPhone.id(), byUser.id());
    }

    @Test
    void whoever_has_another_user_id_is_somebody_else() {
        var salon = aSalon();
        var marie = salon.thread("Marie", PHONE);
        var heir = salon.thread("Karim", "whatsapp:FR.999");
        marie.sends(Received.text("Bonjour").by(both("Marie")));

        heir.sends(Received.text("Bonjour").by(new Customer("whatsapp:FR.999", null, "whatsapp:FR.999", "Karim")));
        heir.sends(Received.text("Mon nouveau numéro")
                .by(new Customer("whatsapp:FR.999", PHONE, "whatsapp:FR.999", "Karim")));

        assertThat(contacts(salon)).hasSize(2);
        assertThat(marie.row().customer().name()).isEqualTo("Marie");
        assertThat(heir.row().customer().name()).isEqualTo("Karim");
    }

    @Test
    void an_old_message_that_comes_late_does_not_bring_back_an_old_name() {
        var marie = aSalon().thread("Marie", PHONE);
        marie.sends(Received.text("Bonjour").by(both("Marie Lefèvre")));

        marie.sends(
                Received.text("Retrouvé").recovered().by(phoneOnly("Mlle Durand")),
                marie.now().minusSeconds(3600));

        assertThat(marie.row().customer().name()).isEqualTo("Marie Lefèvre");
    }

    private static Customer phoneOnly(String name) {
        return new Customer("whatsapp:" + PHONE, PHONE, null, name);
    }

    private static Customer userOnly(@Nullable String name) {
        return new Customer(USER, null, USER, name);
    }

    private static Customer both(String name) {
        return new Customer("whatsapp:" + PHONE, PHONE, USER, name);
    }

    private List<String> contacts(Salon salon) {
        var all = transaction.inMany(
                salon.id(),
                database.sql("select concat_ws('|', name, phone, external_user_id, address) from contact")
                        .mapValue(String.class)
                        .all());
        return Objects.requireNonNull(all.collectList().block(PATIENCE));
    }

    private static List<ConversationId> found(Salon salon, String words) {
        var page = salon.asSophie(HttpMethod.GET, "/api/conversations?q={words}", words)
                .exchange()
                .expectBody(ConversationPage.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(page).items().stream()
                .map(ChangeEvent.Conversation::id)
                .toList();
    }
}
