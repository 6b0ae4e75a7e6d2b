package fr.accueil.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppIdentityTest {

    @Test
    void a_phone_number_with_a_user_id_is_known_by_both() {
        var marie = WhatsAppIdentity.of("whatsapp:+33639980012", Optional.of("whatsapp:FR.4081726354091827"));

        assertThat(marie.phone()).isEqualTo("+33639980012");
        assertThat(marie.externalUserId()).isEqualTo("whatsapp:FR.4081726354091827");
        assertThat(marie.fallback()).isEqualTo("+33639980012");
    }

    @Test
    void a_hidden_number_leaves_the_user_id_alone() {
        var marie = WhatsAppIdentity.of("whatsapp:FR.4081726354091827", Optional.empty());

        assertThat(marie.phone()).isNull();
        assertThat(marie.externalUserId()).isEqualTo("whatsapp:FR.4081726354091827");
        assertThat(marie.fallback()).isEqualTo("whatsapp:FR.4081726354091827");
    }

    @Test
    void a_user_id_is_the_same_with_and_without_twilios_prefix() {
        assertThat(WhatsAppIdentity.of("whatsapp:+33639980012", Optional.of("FR.4081726354091827"))
                        .externalUserId())
                .isEqualTo("whatsapp:FR.4081726354091827");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp:+0123", "whatsapp:33639980012", "messenger:77", "", "+33639980012"})
    void an_address_of_no_known_shape_is_its_own_key(String address) {
        var somebody = WhatsAppIdentity.of(address, Optional.empty());

        assertThat(somebody.phone()).isNull();
        assertThat(somebody.externalUserId()).isNull();
        assertThat(somebody.fallback()).isEqualTo(address);
    }
}
