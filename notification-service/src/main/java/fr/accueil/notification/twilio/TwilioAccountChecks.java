package fr.accueil.notification.twilio;

import com.twilio.base.Page;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.ChannelSender;
import com.twilio.rest.messaging.v1.service.ChannelSenderReader;
import com.twilio.rest.messaging.v2.ChannelsSender;
import com.twilio.rest.messaging.v2.ChannelsSenderReader;
import fr.accueil.events.ChannelFact.AccountAccess;
import fr.accueil.events.ChannelFact.WhatsAppSender;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.checks.AccountChecks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks Twilio for the account, its WhatsApp senders and, when one is named, the Messaging Service that they are in.
@Component
class TwilioAccountChecks implements AccountChecks {

    private static final Logger log = LoggerFactory.getLogger(TwilioAccountChecks.class);
    private static final String CALL = "account-check";
    private static final String CHANNEL = "whatsapp";
    private static final long PAGE = 50;

    /// Nobody chooses from more.
    private static final int PAGES = 4;

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final TwilioReading twilio;
    private final TwilioSettings settings;

    TwilioAccountChecks(TwilioReading twilio, TwilioSettings settings) {
        this.twilio = twilio;
        this.settings = settings;
    }

    @Override
    public Mono<Checked> check(Channel channel, @Nullable String messagingServiceSid) {
        return twilio.read(
                        CALL,
                        channel,
                        settings.lookupTimeout(),
                        client -> Account.fetcher(channel.accountSid()).fetch(client))
                .flatMap(account -> look(channel, messagingServiceSid, account))
                .onErrorResume(TwilioReading::isOfTwilio, failure -> Mono.just(notOpened(failure)));
    }

    private static Checked notOpened(Throwable failure) {
        if (hasStatus(failure, UNAUTHORIZED) || hasStatus(failure, NOT_FOUND)) {
            return Checked.without(AccountAccess.REFUSED, null);
        }
        log.warn("Credentials could not be tried: {}", TwilioReading.reasonOf(failure));
        return Checked.without(AccountAccess.UNKNOWN, TwilioReading.sentenceOf(failure));
    }

    private Mono<Checked> look(Channel channel, @Nullable String messagingServiceSid, Account account) {
        var name = account.getFriendlyName();
        if (account.getStatus() != Account.Status.ACTIVE) {
            return Mono.just(new Checked(AccountAccess.SUSPENDED, name, List.of(), null));
        }
        return senders(channel)
                .flatMap(found ->
                        messagingServiceSid == null ? Mono.just(found) : inService(channel, messagingServiceSid, found))
                .map(found -> new Checked(AccountAccess.GRANTED, name, found, null))
                .onErrorResume(
                        TwilioReading::isOfTwilio,
                        failure -> Mono.just(new Checked(
                                AccountAccess.GRANTED, name, List.of(), problem(failure, messagingServiceSid))));
    }

    private static String problem(Throwable failure, @Nullable String messagingServiceSid) {
        log.warn("WhatsApp senders could not be listed: {}", TwilioReading.reasonOf(failure));
        return messagingServiceSid != null && hasStatus(failure, NOT_FOUND)
                ? "Ce compte Twilio n'a pas de Messaging Service " + messagingServiceSid + "."
                : TwilioReading.sentenceOf(failure);
    }

    private Mono<List<WhatsAppSender>> senders(Channel channel) {
        var reader = new ChannelsSenderReader(CHANNEL).setPageSize(PAGE);
        return twilio.read(CALL, channel, settings.lookupTimeout(), reader::firstPage)
                .expand(page -> page.hasNextPage()
                        ? twilio.read(CALL, channel, settings.lookupTimeout(), client -> reader.nextPage(page, client))
                        : Mono.empty())
                .take(PAGES)
                .concatMapIterable(Page::getRecords)
                .filter(it -> it.getSenderId() != null)
                .map(TwilioAccountChecks::toSender)
                .collectList();
    }

    private static WhatsAppSender toSender(ChannelsSender sender) {
        var webhook = Optional.ofNullable(sender.getWebhook());
        var status = sender.getStatus();
        return new WhatsAppSender(
                sender.getSenderId(),
                status == null ? "" : status.toString(),
                sender.getProfile() == null ? null : sender.getProfile().getName(),
                webhook.map(it -> it.getCallbackUrl()).orElse(null),
                webhook.map(it -> it.getCallbackMethod()).map(Object::toString).orElse(null),
                reasonOf(sender));
    }

    private static @Nullable String reasonOf(ChannelsSender sender) {
        var reasons = sender.getOfflineReasons();
        return reasons == null || reasons.isEmpty() ? null : reasons.getFirst().getMessage();
    }

    /// Unless it defers to the sender's own address, a Messaging Service says where messages go.
    private Mono<List<WhatsAppSender>> inService(Channel channel, String sid, List<WhatsAppSender> known) {
        return Mono.zip(
                service(channel, sid),
                addressesIn(channel, sid),
                (service, addresses) -> known.stream()
                        .filter(it -> addresses.contains(it.address()))
                        .map(it -> Boolean.TRUE.equals(service.getUseInboundWebhookOnNumber())
                                ? it
                                : calledBy(service, it))
                        .toList());
    }

    private Mono<Service> service(Channel channel, String sid) {
        return twilio.read(
                CALL,
                channel,
                settings.lookupTimeout(),
                client -> Service.fetcher(sid).fetch(client));
    }

    private Mono<Set<String>> addressesIn(Channel channel, String sid) {
        return twilio.read(
                        CALL,
                        channel,
                        settings.lookupTimeout(),
                        client -> new ChannelSenderReader(sid).setPageSize(PAGE).firstPage(client))
                .map(page ->
                        page.getRecords().stream().map(ChannelSender::getSender).collect(Collectors.toSet()));
    }

    private static WhatsAppSender calledBy(Service service, WhatsAppSender sender) {
        var url = service.getInboundRequestUrl();
        return new WhatsAppSender(
                sender.address(),
                sender.status(),
                sender.name(),
                url == null ? null : url.toString(),
                service.getInboundMethod() == null
                        ? null
                        : service.getInboundMethod().toString(),
                sender.offlineReason());
    }

    private static boolean hasStatus(Throwable failure, int status) {
        return failure instanceof TwilioRefusal refusal && refusal.status() == status;
    }
}
