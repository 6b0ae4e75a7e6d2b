package fr.accueil.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final ChannelId CAMELIA = ChannelId.of("7a1e5d2c-8f3b-5c4d-a6e7-9b0c1d2e3f40");

    @Test
    void a_retried_webhook_is_the_same_message() {
        assertThat(Ids.ofMessage("AC1", "SM1")).isEqualTo(Ids.ofMessage("AC1", "SM1"));
        assertThat(Ids.ofMessage("AC1", "SM1")).isNotEqualTo(Ids.ofMessage("AC2", "SM1"));
    }

    /// Frozen: these ids stand in databases and topics.
    @Test
    void computed_ids_never_change() {
        assertThat(Ids.ofMessage("AC1", "SM1").toString()).isEqualTo("2585afde-b7e1-56e2-b51d-33828c22edcd");
        assertThat(Ids.ofConversation(CAMELIA, "+33639980012").toString())
                .isEqualTo("f4aee9dd-5826-5900-9bde-78631afeb289");
        assertThat(Ids.ofStatus("SM1", "sent", null).toString()).isEqualTo("ae7e4828-ffcb-5b9f-9f8f-6152f3f55e0f");
    }

    @Test
    void parts_do_not_run_into_one_another() {
        var namespace = CAMELIA.value();
        assertThat(Ids.computed(namespace, "ab", "c")).isNotEqualTo(Ids.computed(namespace, "a", "bc"));
    }

    @Test
    void new_ids_are_ordered_by_time() {
        UUID first = Ids.next();
        UUID second = Ids.next();
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.toString()).isLessThan(second.toString());
    }
}
