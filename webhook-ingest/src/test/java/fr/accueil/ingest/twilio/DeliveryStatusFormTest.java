package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.ingest.SharedFiles;
import fr.accueil.ingest.twilio.ReceivedWebhook.Sender;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryStatusFormTest {

    private static final String ADDRESS = "https://hooks.example.com/api/webhooks/twilio/status";
    private static final String CONVERSATION = "1d0f6f0e-3b1f-5a55-8a0e-6a4b7d1e9c01";
    private static final String MESSAGE = "0199a7c2-5b1e-7d3a-9f00-3c2b1a0d9e8f";

    @Test
    void the_callback_address_says_what_it_is_about() {
        var status = status(
                "s3_status_delivered", "?conversation=" + CONVERSATION + "&message=" + MESSAGE + "&part=2&attempt=a-1");

        assertThat(status.conversation()).contains(ConversationId.of(CONVERSATION));
        assertThat(status.message()).contains(MessageId.of(MESSAGE));
        assertThat(status.part()).isEqualTo(2);
        assertThat(status.attempt()).contains("a-1");
        assertThat(status.status()).isEqualTo("delivered");
        assertThat(status.errorCode()).isEmpty();
    }

    @Test
    void an_address_that_is_not_of_our_making_names_nothing_and_is_no_error() {
        var status = status("s4_status_read", "?conversation=1%27&message=&part=-1&part=x&attempt");

        assertThat(status.conversation()).isEmpty();
        assertThat(status.message()).isEmpty();
        assertThat(status.part()).isZero();
        assertThat(status.attempt()).isEmpty();
    }

    @Test
    void a_failure_has_its_code_and_twilios_words_for_it() {
        assertThat(status("s5_status_undelivered_63016", "").errorCode()).contains("63016");
        assertThat(status("s5_status_undelivered_63016", "").errorMessage().orElseThrow())
                .startsWith("Failed to send freeform message");
        assertThat(status("s6_status_failed_63024", "").errorMessage()).contains("Message undeliverable");
    }

    @Test
    void the_recipient_is_who_the_conversation_is_with() {
        assertThat(status("s2_status_sent", "").recipient().phone()).isEqualTo("+33639980012");
    }

    private static DeliveryStatusForm status(String example, String query) {
        var form = TwilioForm.parse(SharedFiles.example(example).getBytes(UTF_8));
        return DeliveryStatusForm.of(new ReceivedWebhook(
                ADDRESS + query, form, new Signed.Parameters(form), "", new Sender("7f000001", List.of())));
    }
}
