package fr.accueil.notification.media;

import static fr.accueil.notification.twilio.TwilioAccount.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MediaNews;
import fr.accueil.events.DeliveryEvent.MediaUnavailable;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioAccount;
import fr.accueil.platform.objects.ObjectStore;
import fr.accueil.platform.objects.StoredObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBufferUtils;

/// A business to which a customer sends something that is to be fetched.
abstract class MediaServiceTest extends ServiceTest {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final byte[] PHOTO = photo(5_000);

    @Autowired
    ObjectStore objects;

    final TwilioAccount twilio = new TwilioAccount(TWILIO);
    final String message = TwilioAccount.newSid("MM");

    @BeforeEach
    void the_business_has_a_channel() {
        twilio.isSaved(events, secrets);
    }

    String missing() {
        return "/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
                .formatted(twilio.sid(), message, TwilioAccount.newSid("ME"));
    }

    static String api(String path) {
        return "https://api.twilio.com" + path;
    }

    MessageId received(String contentType, String... urls) {
        var envelope = envelope(contentType, urls);
        events.publish(Topic.INBOUND, envelope);
        return new MessageId(envelope.id());
    }

    Envelope envelope(String contentType, String... urls) {
        var id = Ids.next();
        var conversation = ConversationId.of(Ids.next());
        return new Envelope(
                id,
                URI.create("/webhook-ingest"),
                Instant.now(),
                conversation.toString(),
                twilio.tenant,
                null,
                new MessageReceived(
                        new MessageId(id),
                        conversation,
                        twilio.channel,
                        new Customer("whatsapp:+33639980012", "+33639980012", null, "Marie"),
                        message,
                        twilio.sid(),
                        MessageKind.IMAGE,
                        "",
                        Arrays.stream(urls)
                                .map(it -> new Media(it, contentType))
                                .toList(),
                        null,
                        null,
                        null,
                        false,
                        Map.of(),
                        false,
                        null));
    }

    MediaFetched fetched(MessageId message) {
        var news = news(message, 0);
        assertThat(news).isInstanceOf(MediaFetched.class);
        return (MediaFetched) news;
    }

    MediaUnavailable unavailable(MessageId message) {
        var news = news(message, 0);
        assertThat(news).isInstanceOf(MediaUnavailable.class);
        return (MediaUnavailable) news;
    }

    MediaNews news(MessageId message, int index) {
        return events.await(Topic.DELIVERY, MediaNews.class, it -> it.message().equals(message) && it.index() == index);
    }

    byte[] content(String key) {
        var found = objects.find(key).block(PATIENCE);
        assertThat(found).isNotNull();
        return bytesOf(found);
    }

    static byte[] bytesOf(StoredObject object) {
        var joined = DataBufferUtils.join(object.content()).block(PATIENCE);
        assertThat(joined).isNotNull();
        var bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }

    static byte[] photo(int size) {
        var bytes = new byte[size];
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        return bytes;
    }
}
