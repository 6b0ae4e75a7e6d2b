package fr.accueil.notification.twilio;

import com.twilio.base.Page;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.statuses.ListedStatus;
import fr.accueil.notification.statuses.StatusLists;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Twilio's list of what one of an account's senders sent. Not by `DateSent`: what failed before it was sent has none.
@Component
class TwilioStatusLists implements StatusLists {

    private static final long LARGEST_PAGE = 1000;

    private final TwilioReading twilio;
    private final TwilioSettings settings;

    TwilioStatusLists(TwilioReading twilio, TwilioSettings settings) {
        this.twilio = twilio;
        this.settings = settings;
    }

    @Override
    public Flux<List<ListedStatus>> requestSent(Channel channel, Instant since) {
        var reader = new MessageReader(channel.accountSid())
                .setFrom(new PhoneNumber(channel.address()))
                .setPageSize(LARGEST_PAGE);
        return twilio.read("status-list", channel, settings.lookupTimeout(), reader::firstPage)
                .expand(page -> page.hasNextPage() && !isPast(page, since) ? next(channel, reader, page) : Mono.empty())
                .map(TwilioStatusLists::toListed)
                .onErrorMap(TwilioReading::isOfTwilio, it -> new NotListed(TwilioReading.reasonOf(it)));
    }

    private Mono<Page<Message>> next(Channel channel, MessageReader reader, Page<Message> page) {
        return twilio.read("status-list", channel, settings.lookupTimeout(), client -> reader.nextPage(page, client));
    }

    private static boolean isPast(Page<Message> page, Instant since) {
        var records = page.getRecords();
        return !records.isEmpty()
                && records.getLast().getDateCreated() != null
                && records.getLast().getDateCreated().toInstant().isBefore(since);
    }

    /// A word that the SDK does not know is null there, and no news.
    private static List<ListedStatus> toListed(Page<Message> page) {
        return page.getRecords().stream()
                .filter(it -> it.getSid() != null && it.getStatus() != null)
                .map(TwilioStatusLists::toListed)
                .toList();
    }

    private static ListedStatus toListed(Message message) {
        return new ListedStatus(
                message.getSid(),
                message.getStatus().toString(),
                message.getErrorCode() == null ? null : message.getErrorCode().toString(),
                message.getErrorMessage(),
                message.getDateUpdated() == null
                        ? null
                        : message.getDateUpdated().toInstant());
    }
}
