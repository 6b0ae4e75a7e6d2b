package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.Topic;
import fr.accueil.ingest.SharedFiles;
import fr.accueil.platform.testing.Events;

/// A customer of Camélia's: what she sends is taken, and this is what Kafka has of it.
final class Marie {

    static final String ADDRESS = "whatsapp:+33639980012";
    static final String MEDIA = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME";

    private final Caller twilio;
    private final Events events;

    Marie(int port, Events events) {
        this.twilio = new Caller(port);
        this.events = events;
    }

    MessageReceived sendsExample(String name) {
        var body = SharedFiles.example(name);
        return posts(TwilioForm.parse(body.getBytes(UTF_8)).text("MessageSid"), body);
    }

    /// @param more parameters beside those that every message has
    MessageReceived sends(String... more) {
        var sid = Bodies.sid();
        return posts(sid, Bodies.message(sid, ADDRESS, more));
    }

    MessageReceived posts(String sid, String body) {
        var answer = twilio.posts(Caller.INBOUND, body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
        return published(sid);
    }

    MessageReceived published(String sid) {
        return events.await(
                Topic.INBOUND,
                MessageReceived.class,
                it -> it.providerSid().equals(sid) && it.channel().equals(Businesses.CAMELIA.channel()));
    }
}
