package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.InboundEvent.ButtonReply;
import fr.accueil.events.MessageKind;
import fr.accueil.platform.testing.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a customer taps on, wherever Twilio puts it.
@IngestTest
class ChoicesTest {

    private final Marie marie;
    private final Businesses businesses;

    ChoicesTest(@LocalServerPort int port, @Autowired Events events, @Autowired Businesses businesses) {
        this.marie = new Marie(port, events);
        this.businesses = businesses;
    }

    @BeforeEach
    void camelia_has_a_channel() {
        businesses.saveCamelia();
    }

    @Test
    void tapped_button() {
        var received = marie.sendsExample("06_button_reply");

        assertThat(received.kind()).isEqualTo(MessageKind.BUTTON);
        assertThat(received.button()).isEqualTo(new ButtonReply("Confirmer", "rdv:confirm:8841"));
        assertThat(received.repliedTo()).isEqualTo("MM5a17c0de00000000000000000000006a");
    }

    @Test
    void chosen_list_item() {
        var received = marie.sendsExample("07_list_reply");

        assertThat(received.kind()).isEqualTo(MessageKind.BUTTON);
        assertThat(received.button()).isEqualTo(new ButtonReply("Livraison express", "ship_express"));
    }

    @Test
    void choice_that_only_interactive_data_has() {
        var received = marie.sends(
                "MessageType",
                "interactive",
                "Body",
                "Coupe",
                "InteractiveData",
                "{\"list_reply\":{\"id\":\"svc-1\",\"title\":\"Coupe femme\"}}");

        assertThat(received.kind()).isEqualTo(MessageKind.BUTTON);
        assertThat(received.button()).isEqualTo(new ButtonReply("Coupe femme", "svc-1"));
    }

    @Test
    void form_that_was_filled_in() {
        var flow = "{\"flowResponse\":{\"date\":\"2026-12-01\"}}";

        assertThat(marie.sends("MessageType", "interactive", "Body", "", "InteractiveData", flow)
                        .button())
                .isEqualTo(new ButtonReply(null, flow));
        assertThat(marie.sends("MessageType", "interactive", "Body", "Merci", "FlowData", flow)
                        .button())
                .isEqualTo(new ButtonReply("Merci", flow));
    }

    @Test
    void answer_to_the_wish_to_call() {
        var received = marie.sends("Body", "VOICE_CALL_REQUEST", "ButtonPayload", "REJECTED");

        assertThat(received.kind()).isEqualTo(MessageKind.BUTTON);
        assertThat(received.button()).isEqualTo(new ButtonReply("VOICE_CALL_REQUEST", "REJECTED"));
    }

    @Test
    void halves_of_characters_in_the_json_of_a_parameter() {
        var received = marie.sends(
                "MessageType",
                "interactive",
                "InteractiveData",
                "{\"button_reply\":{\"id\":\"a\\ud83d\\u0000\",\"title\":\"\\udc00\"}}");

        assertThat(received.button()).isEqualTo(new ButtonReply("\uFFFD", "a\uFFFD\uFFFD"));
    }
}
