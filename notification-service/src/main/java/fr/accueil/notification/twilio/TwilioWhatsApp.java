package fr.accueil.notification.twilio;

import com.twilio.base.Page;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.rest.messaging.v2.TypingIndicator;
import com.twilio.type.PhoneNumber;
import fr.accueil.events.Wire;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.delivery.Dispatch;
import fr.accueil.notification.delivery.Dispatch.Deadline;
import fr.accueil.notification.delivery.SendOutcome;
import fr.accueil.notification.delivery.Sighting;
import fr.accueil.notification.delivery.WhatsApp;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// WhatsApp by way of Twilio. The SDK blocks: each call has a virtual thread of its own, and as many run at once as the
/// workers allow.
@Component
class TwilioWhatsApp implements WhatsApp, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TwilioWhatsApp.class);

    /// After its deadline a call may still say that it was not made.
    private static final Duration GRACE = Duration.ofMillis(250);

    private final TwilioSettings settings;
    private final TwilioHttp http;
    private final TwilioErrors errors;
    private final TwilioCalls calls;
    private final Scheduler threads = Schedulers.fromExecutorService(
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("twilio-", 0).factory()),
            "twilio");

    TwilioWhatsApp(TwilioSettings settings, TwilioHttp http, TwilioErrors errors, MeterRegistry meters) {
        this.settings = settings;
        this.http = http;
        this.errors = errors;
        this.calls = new TwilioCalls(meters);
    }

    @Override
    public Mono<SendOutcome> requestSend(Dispatch dispatch) {
        return calls.measured("send", call(dispatch.deadline(), () -> send(dispatch)))
                .doOnNext(_ -> log.info("Twilio took part {} of message {}", dispatch.part(), dispatch.message()))
                .onErrorResume(TwilioWhatsApp::isOfTheCall, failure -> {
                    log.warn("Twilio did not take part {}: {}", dispatch.part(), describe(failure));
                    return Mono.just(errors.toOutcome(failure));
                });
    }

    @Override
    public Mono<Sighting> requestSighting(Dispatch dispatch, Instant since, Set<String> others) {
        return calls.measured("list", call(Deadline.in(settings.lookupTimeout()), () -> find(dispatch, since, others)))
                .onErrorResume(TwilioWhatsApp::isOfTheCall, failure -> {
                    log.warn("Twilio's list could not be read: {}", describe(failure));
                    return Mono.just(new Sighting.NotLookedUp(describe(failure)));
                });
    }

    @Override
    public Mono<Void> requestTyping(Channel channel, String providerSid) {
        return calls.measured("typing", call(Deadline.in(settings.typingTimeout()), () -> type(channel, providerSid)))
                .onErrorMap(TwilioWhatsApp::isOfTheCall, failure -> new TypingNotShown(describe(failure)))
                .then();
    }

    @Override
    public void destroy() {
        threads.dispose();
    }

    /// The one place where the blocking SDK is called.
    private <T> Mono<T> call(Deadline deadline, Supplier<T> request) {
        return Mono.fromCallable(
                        () -> ScopedValue.where(TwilioHttp.DEADLINE, deadline).call(() -> answer(request)))
                .subscribeOn(threads)
                .timeout(patience(deadline))
                .flatMap(Answer::toMono);
    }

    /// A failure as a value, so that one that nobody waits for any more is dropped without a word.
    private static <T> Answer<T> answer(Supplier<T> request) {
        try {
            return new Answer.Given<>(request.get());
        } catch (RuntimeException failure) {
            return new Answer.Failed<>(failure);
        }
    }

    private SendOutcome send(Dispatch dispatch) {
        var message = withEachToken(
                dispatch.channel(),
                client -> toCreator(dispatch)
                        .setStatusCallback(callbackOf(dispatch))
                        .create(client));
        return message.getSid() == null ? new SendOutcome.InDoubt(true) : new SendOutcome.Taken(message.getSid());
    }

    /// From our number, also where it is a sender of a Messaging Service: it is the number that the customer wrote to.
    private static MessageCreator toCreator(Dispatch dispatch) {
        var account = dispatch.channel().accountSid();
        var to = new PhoneNumber(dispatch.recipient());
        var from = new PhoneNumber(dispatch.channel().address());
        var template = dispatch.template();
        return template == null
                ? new MessageCreator(account, to, from, bodyOf(dispatch))
                : new MessageCreator(account, to, from, (String) null)
                        .setContentSid(template.contentSid())
                        .setContentVariables(Wire.json().writeValueAsString(template.variables()));
    }

    /// While an account's token is being replaced, the newest known may not be valid yet, or the older one no more. A
    /// call that was not let in was not made: it may be repeated.
    private <T> T withEachToken(Channel channel, Function<TwilioRestClient, T> request) {
        var tokens = channel.authTokens();
        for (var token : tokens.subList(0, tokens.size() - 1)) {
            try {
                return request.apply(client(channel, token));
            } catch (TwilioRefusal refusal) {
                if (refusal.status() != 401) {
                    throw refusal;
                }
                log.info("Twilio does not accept one of two tokens: the other is tried");
            }
        }
        return request.apply(client(channel, tokens.getLast()));
    }

    /// The newest first, until they are older than the call. Not by `DateSent`: what is still queued there has none.
    private Sighting find(Dispatch dispatch, Instant since, Set<String> others) {
        return withEachToken(dispatch.channel(), client -> find(client, dispatch, since, others));
    }

    private static Sighting find(TwilioRestClient client, Dispatch dispatch, Instant since, Set<String> others) {
        var reader = new MessageReader(dispatch.channel().accountSid())
                .setTo(new PhoneNumber(dispatch.recipient()))
                .setFrom(new PhoneNumber(dispatch.channel().address()))
                .setPageSize(100L);
        var search = new TwilioSearch(since, bodyOf(dispatch), others);
        Page<Message> page = reader.firstPage(client);
        while (true) {
            var seen = search.in(page.getRecords());
            if (seen.isPresent()) {
                return seen.get();
            }
            if (!page.hasNextPage() || search.isPast(page.getRecords())) {
                return new Sighting.NotSeen();
            }
            page = reader.nextPage(page, client);
        }
    }

    private TypingIndicator type(Channel channel, String providerSid) {
        return withEachToken(
                channel,
                client -> TypingIndicator.creator(TypingIndicator.Channel.WHATSAPP, providerSid)
                        .create(client));
    }

    private TwilioRestClient client(Channel channel, String token) {
        return new TwilioRestClient.Builder(channel.accountSid(), token)
                .httpClient(http)
                .build();
    }

    /// Names our conversation, message, part and attempt, so that a callback that comes before the answer finds its
    /// place.
    private URI callbackOf(Dispatch dispatch) {
        return UriComponentsBuilder.fromUri(settings.statusCallback())
                .queryParam("conversation", dispatch.conversation())
                .queryParam("message", dispatch.message())
                .queryParam("part", dispatch.part())
                .queryParam("attempt", dispatch.attempt())
                .build()
                .toUri();
    }

    /// The SDK loses a text that is exactly "null"; an invisible joiner saves it.
    private static String bodyOf(Dispatch dispatch) {
        return "null".equals(dispatch.body()) ? "null\u2060" : dispatch.body();
    }

    private static boolean isOfTheCall(Throwable failure) {
        return failure instanceof TwilioRefusal
                || failure instanceof TwilioException
                || failure instanceof TimeoutException;
    }

    /// Without the message of what the SDK or the network says, which may hold an address.
    private static String describe(Throwable failure) {
        if (failure instanceof TwilioRefusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
        var cause = failure.getCause();
        return (cause == null ? failure : cause).getClass().getSimpleName();
    }

    private static Duration patience(Deadline deadline) {
        return deadline.passed() ? GRACE : deadline.left().plus(GRACE);
    }

    private sealed interface Answer<T> {

        Mono<T> toMono();

        record Given<T>(T value) implements Answer<T> {

            @Override
            public Mono<T> toMono() {
                return Mono.just(value);
            }
        }

        record Failed<T>(RuntimeException failure) implements Answer<T> {

            @Override
            public Mono<T> toMono() {
                return Mono.error(failure);
            }
        }
    }
}
