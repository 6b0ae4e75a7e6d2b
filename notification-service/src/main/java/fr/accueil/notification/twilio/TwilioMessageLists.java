package fr.accueil.notification.twilio;

import com.twilio.base.Page;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.rest.api.v2010.account.message.MediaReader;
import com.twilio.type.PhoneNumber;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.reconciliation.ListedMessage;
import fr.accueil.notification.reconciliation.MessageLists;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Twilio's list of an account's messages, page by page, as far as they came to one of its senders.
@Component
class TwilioMessageLists implements MessageLists {

    private static final long PAGE = 200;
    private static final String API = "https://api.twilio.com";

    private final TwilioReading twilio;
    private final TwilioSettings settings;

    TwilioMessageLists(TwilioReading twilio, TwilioSettings settings) {
        this.twilio = twilio;
        this.settings = settings;
    }

    @Override
    public Flux<List<ListedMessage>> requestReceived(Channel channel, Instant from, Instant until) {
        var reader = new MessageReader(channel.accountSid())
                .setTo(new PhoneNumber(channel.address()))
                .setDateSentAfter(from.atZone(ZoneOffset.UTC))
                .setPageSize(PAGE);
        return first(channel, reader)
                .expand(page -> page.hasNextPage() ? next(channel, reader, page) : Mono.empty())
                .map(page -> toReceived(page, channel, until))
                .onErrorMap(TwilioReading::isOfTwilio, TwilioMessageLists::toNotListed);
    }

    @Override
    public Mono<List<Media>> requestMedia(Channel channel, String sid) {
        var reader = new MediaReader(channel.accountSid(), sid).setPageSize(PAGE);
        return twilio.read("media-list", channel, settings.lookupTimeout(), reader::firstPage)
                .map(page -> page.getRecords().stream()
                        .filter(it -> it.getUri() != null)
                        .map(it -> new Media(addressOf(it.getUri()), typeOf(it.getContentType())))
                        .toList())
                .onErrorMap(TwilioReading::isOfTwilio, TwilioMessageLists::toNotListed);
    }

    private Mono<Page<Message>> first(Channel channel, MessageReader reader) {
        return twilio.read("message-list", channel, settings.lookupTimeout(), reader::firstPage);
    }

    private Mono<Page<Message>> next(Channel channel, MessageReader reader, Page<Message> page) {
        return twilio.read("message-list", channel, settings.lookupTimeout(), client -> reader.nextPage(page, client));
    }

    private static List<ListedMessage> toReceived(Page<Message> page, Channel channel, Instant until) {
        return page.getRecords().stream()
                .filter(it -> it.getDirection() == Message.Direction.INBOUND)
                .filter(it -> channel.address().equals(it.getTo()))
                .filter(it -> it.getSid() != null && it.getFrom() != null)
                .map(it -> toListed(it, until))
                .toList();
    }

    private static ListedMessage toListed(Message message, Instant otherwise) {
        return new ListedMessage(
                message.getSid(),
                message.getFrom().toString(),
                storable(message.getBody()),
                numberOf(message.getNumMedia()),
                dateOf(message, otherwise));
    }

    /// A date that the SDK does not understand is null there; the message is no less missing.
    private static Instant dateOf(Message message, Instant otherwise) {
        ZonedDateTime date = message.getDateSent() != null ? message.getDateSent() : message.getDateCreated();
        return date == null ? otherwise : date.toInstant();
    }

    private static int numberOf(@Nullable String number) {
        return number != null && number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
    }

    /// As a webhook would have named it.
    private static String addressOf(String uri) {
        return API + uri.replaceFirst("\\.json$", "");
    }

    private static String typeOf(@Nullable String contentType) {
        return Objects.requireNonNullElse(contentType, "application/octet-stream");
    }

    private static String storable(@Nullable String text) {
        return text == null ? "" : text.replace("\u0000", "\ufffd");
    }

    private static NotListed toNotListed(Throwable failure) {
        return new NotListed(TwilioReading.sentenceOf(failure), TwilioReading.reasonOf(failure));
    }
}
