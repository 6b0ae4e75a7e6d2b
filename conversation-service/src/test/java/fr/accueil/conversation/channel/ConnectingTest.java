package fr.accueil.conversation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.channel.ChannelView.Progress;
import fr.accueil.conversation.channel.ChannelView.Step;
import fr.accueil.conversation.tenant.Sender.State;
import fr.accueil.events.ChannelFact;
import fr.accueil.events.ChannelFact.AccountAccess;
import fr.accueil.events.ChannelFact.ChannelChecked;
import fr.accueil.events.ChannelFact.StatusCallbackReceived;
import fr.accueil.events.ChannelFact.WhatsAppSender;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ChannelRequest.CheckChannel;
import fr.accueil.events.DeliveryEvent.MessageAccepted;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import fr.accueil.platform.secrets.Secrets;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// A number is connected from what Twilio's console shows.
class ConnectingTest extends ServiceTest {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_TOKEN = "fedcba9876543210fedcba9876543210";

    private final String account = "AC%032x".formatted(0xbee000 + ACCOUNTS.incrementAndGet());
    private final String address = "whatsapp:+3319911%04d".formatted(ACCOUNTS.get());

    @Autowired
    @Qualifier("relayDatabase")
    DatabaseClient dueWork;

    @Autowired
    private Secrets secrets;

    @Test
    void the_account_alone_is_enough_when_it_has_one_number() {
        var salon = aSalon();

        var draft = connect(salon, null);

        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.address()).isNull();
        assertThat(progress(draft, Step.CREDENTIALS)).isEqualTo(Progress.WAITING);
        var asked = asked(draft.id(), 1);
        assertThat(asked.accountSid()).isEqualTo(account);
        assertThat(secrets.decrypt(asked.authToken(), salon.id(), draft.id())).isEqualTo(TOKEN);
        assertThat(told(draft.id())).isEmpty();

        tell(salon, granted(draft.id(), 1, online(address)));

        var connected = lookUntil(salon, draft.id(), it -> it.state() == State.CONNECTED);
        assertThat(connected.address()).isEqualTo(address);
        assertThat(progress(connected, Step.CREDENTIALS)).isEqualTo(Progress.DONE);
        assertThat(progress(connected, Step.NUMBER)).isEqualTo(Progress.DONE);
        assertThat(progress(connected, Step.WEBHOOK)).isEqualTo(Progress.TODO);
        assertThat(progress(connected, Step.RECEIVED)).isEqualTo(Progress.TODO);
        var saved = awaitSaved(draft.id(), it -> true);
        assertThat(saved.address()).isEqualTo(address);
        assertThat(secrets.decrypt(saved.authTokens().getFirst(), salon.id(), draft.id()))
                .isEqualTo(TOKEN);
    }

    @Test
    void one_of_several_numbers_is_chosen_afterwards() {
        var salon = aSalon();
        var draft = connect(salon, null);
        tell(salon, granted(draft.id(), 1, online(address), online(address + "7")));
        var choosing = lookUntil(salon, draft.id(), it -> it.senders().size() == 2);
        assertThat(progress(choosing, Step.NUMBER)).isEqualTo(Progress.TODO);
        assertThat(choosing.state()).isEqualTo(State.DRAFT);

        var chosen = change(salon, choosing, body(null, address, choosing.version()));

        assertThat(chosen.state()).isEqualTo(State.CONNECTED);
        assertThat(chosen.address()).isEqualTo(address);
        assertThat(awaitSaved(draft.id(), it -> true).address()).isEqualTo(address);
        assertThat(asked(draft.id(), 2).revision()).isEqualTo(2);
    }

    @Test
    void a_refused_token_connects_nothing_and_says_what_to_do() {
        var salon = aSalon();
        var draft = connect(salon, address);

        tell(salon, new ChannelChecked(draft.id(), 1, AccountAccess.REFUSED, null, List.of(), null));

        var refused = lookUntil(salon, draft.id(), it -> progress(it, Step.CREDENTIALS) == Progress.WRONG);
        assertThat(refused.state()).isEqualTo(State.DRAFT);
        assertThat(refused.checklist().getFirst().sentence()).contains("Account Info");
        assertThat(told(draft.id())).isEmpty();
    }

    @Test
    void an_answer_about_credentials_that_were_replaced_proves_nothing() {
        var salon = aSalon();
        var draft = connect(salon, address);
        var changed = change(salon, draft, body(OTHER_TOKEN, address, draft.version()));

        tell(salon, granted(draft.id(), 1, online(address)));
        tell(salon, new ChannelChecked(draft.id(), 2, AccountAccess.REFUSED, null, List.of(), null));

        lookUntil(salon, draft.id(), it -> progress(it, Step.CREDENTIALS) == Progress.WRONG);
        assertThat(changed.state()).isEqualTo(State.DRAFT);
        assertThat(told(draft.id())).isEmpty();
    }

    @Test
    void a_new_token_replaces_the_old_once_twilio_takes_it_and_the_old_still_opens_what_it_signed() {
        var salon = aSalon();
        var connected = connected(salon);

        var rotating = change(salon, connected, body(OTHER_TOKEN, address, connected.version()));

        assertThat(rotating.state()).isEqualTo(State.CONNECTED);
        assertThat(told(connected.id())).hasSize(1);
        tell(salon, granted(connected.id(), 2, online(address)));
        var saved = awaitSaved(connected.id(), it -> it.authTokens().size() == 2);
        assertThat(saved.authTokens())
                .extracting(it -> secrets.decrypt(it, salon.id(), connected.id()))
                .containsExactly(OTHER_TOKEN, TOKEN);
    }

    @Test
    void the_old_token_opens_nothing_any_more_after_a_week() {
        var salon = aSalon();
        var connected = connected(salon);
        change(salon, connected, body(OTHER_TOKEN, address, connected.version()));
        tell(salon, granted(connected.id(), 2, online(address)));
        awaitSaved(connected.id(), it -> it.authTokens().size() == 2);
        assertThat(due(connected.id())).isAfter(Instant.now().plus(Duration.ofDays(6)));

        dueWork.sql("update due_work set due = now() where kind = 'former_token' and key = :key")
                .bind("key", connected.id().toString())
                .then()
                .then(dueWork.sql("select pg_notify('conversation_work', '')").then())
                .block(PATIENCE);

        awaitSaved(
                connected.id(),
                it -> it.authTokens().size() == 1
                        && secrets.decrypt(it.authTokens().getFirst(), salon.id(), connected.id())
                                .equals(OTHER_TOKEN));
        await().atMost(PATIENCE).until(() -> due(connected.id()) == null);
    }

    private @Nullable Instant due(ChannelId id) {
        return dueWork.sql("select due from due_work where kind = 'former_token' and key = :key")
                .bind("key", id.toString())
                .mapValue(Instant.class)
                .one()
                .block(PATIENCE);
    }

    @Test
    void a_connected_number_is_no_other_number() {
        var salon = aSalon();
        var connected = connected(salon);

        change(salon, connected.id(), body(null, address + "9", connected.version()))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("address");
    }

    @Test
    void a_number_leads_to_one_space() {
        connected(aSalon());
        var other = aSalon();
        var draft = connect(other, address);

        tell(other, granted(draft.id(), 1, online(address)));

        var taken = lookUntil(other, draft.id(), it -> progress(it, Step.NUMBER) == Progress.WRONG);
        assertThat(taken.state()).isEqualTo(State.DRAFT);
        assertThat(taken.checklist().get(1).sentence()).contains("déjà relié");
        assertThat(told(draft.id())).isEmpty();
    }

    @Test
    void what_was_disconnected_is_forgotten_by_the_others_and_connected_again_with_a_token() {
        var salon = aSalon();
        var connected = connected(salon);

        remove(salon, connected).expectStatus().isNoContent();

        events.awaitTombstone(Topic.CHANNELS, connected.id().toString());
        var alone = look(salon, connected.id());
        assertThat(alone.state()).isEqualTo(State.DISCONNECTED);
        assertThat(alone.address()).isEqualTo(address);
        assertThat(alone.checklist()).isEmpty();
        change(salon, alone.id(), body(null, null, alone.version()))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("authToken");

        change(salon, alone, body(TOKEN, address, alone.version()));
        tell(salon, granted(alone.id(), 3, online(address)));

        assertThat(lookUntil(salon, alone.id(), it -> it.state() == State.CONNECTED)
                        .address())
                .isEqualTo(address);
    }

    @Test
    void a_draft_is_gone_when_it_is_removed() {
        var salon = aSalon();
        var draft = connect(salon, null);

        remove(salon, draft).expectStatus().isNoContent();

        assertThat(channels(salon)).extracting(ChannelView::id).doesNotContain(draft.id());
    }

    @Test
    void the_first_call_back_is_shown() {
        var salon = aSalon();
        var connected = connected(salon);
        assertThat(progress(connected, Step.CALLBACK)).isEqualTo(Progress.TODO);

        tell(salon, new StatusCallbackReceived(connected.id()));

        lookUntil(salon, connected.id(), it -> progress(it, Step.CALLBACK) == Progress.DONE);
    }

    @Test
    void a_first_message_and_its_answer_are_shown() {
        var salon = aSalon();
        var id = salon.channel().id();
        assertThat(progress(look(salon, id), Step.ANSWERED)).isEqualTo(Progress.TODO);
        var marie = salon.marie();
        var question = marie.says("Bonjour");
        assertThat(progress(look(salon, id), Step.RECEIVED)).isEqualTo(Progress.DONE);
        assertThat(progress(look(salon, id), Step.ANSWERED)).isEqualTo(Progress.WAITING);

        var answer = marie.isAnswered("Bonjour Marie", question);
        marie.tell(Topic.DELIVERY, new MessageAccepted(answer, marie.id(), "SM1", 0));

        lookUntil(salon, id, it -> progress(it, Step.ANSWERED) == Progress.DONE);
    }

    @Test
    void the_same_key_connects_one_number() {
        var salon = aSalon();

        var first = connect(salon, "le-même", body(TOKEN, null, null));
        var second = connect(salon, "le-même", body(TOKEN, null, null));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(channels(salon)).hasSize(2);
    }

    @Test
    void what_is_pasted_comes_with_spaces_and_what_is_wrong_is_named() {
        var salon = aSalon();

        var draft = connect(salon, null, """
                {"accountSid":" %s ","authToken":"\\u00a0%s\\n","address":"01 99 (11) 00-42"}""".formatted(account, TOKEN));

        assertThat(draft.accountSid()).isEqualTo(account);
        assertThat(draft.address()).isEqualTo("whatsapp:+33199110042");
        salon.asSophie(HttpMethod.POST, "/api/channels")
                .bodyValue("{\"accountSid\":\"SK12\",\"authToken\":\"court\",\"address\":\"douze\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @Test
    void no_answer_holds_a_token() {
        var salon = aSalon();
        connected(salon);

        var text = salon.asSophie(HttpMethod.GET, "/api/channels")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var audit = salon.asSophie(HttpMethod.GET, "/api/audit")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(text).contains(account).doesNotContain(TOKEN).doesNotContain("oken\"");
        assertThat(audit).contains("channel_saved").contains("(nouveau)").doesNotContain(TOKEN);
    }

    private ChannelView connected(Salon salon) {
        var draft = connect(salon, address);
        tell(salon, granted(draft.id(), 1, online(address)));
        return lookUntil(salon, draft.id(), it -> it.state() == State.CONNECTED);
    }

    private ChannelView connect(Salon salon, @Nullable String number) {
        return connect(salon, null, body(TOKEN, number, null));
    }

    private static ChannelView connect(Salon salon, @Nullable String key, String body) {
        var request = salon.asSophie(HttpMethod.POST, "/api/channels");
        return view((key == null ? request : request.header("Idempotency-Key", key))
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private static ChannelView change(Salon salon, ChannelView seen, String body) {
        return view(change(salon, seen.id(), body).expectStatus().isOk());
    }

    private static ResponseSpec change(Salon salon, ChannelId id, String body) {
        return salon.asSophie(HttpMethod.PUT, "/api/channels/{id}", id)
                .bodyValue(body)
                .exchange();
    }

    private static ResponseSpec remove(Salon salon, ChannelView seen) {
        return salon.asSophie(HttpMethod.DELETE, "/api/channels/{id}?version={version}", seen.id(), seen.version())
                .exchange();
    }

    private static ChannelView view(ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(ChannelView.class).returnResult().getResponseBody());
    }

    private String body(@Nullable String token, @Nullable String number, @Nullable Long version) {
        return """
                {"accountSid":"%s","authToken":%s,"address":%s,"version":%s}""".formatted(account, quoted(token), quoted(number), version);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static WhatsAppSender online(String address) {
        return new WhatsAppSender(address, "ONLINE", "Institut", null, null, null);
    }

    private static ChannelChecked granted(ChannelId channel, int revision, WhatsAppSender... senders) {
        return new ChannelChecked(channel, revision, AccountAccess.GRANTED, "Compte", List.of(senders), null);
    }

    private CheckChannel asked(ChannelId channel, int revision) {
        return (CheckChannel) events.await(
                        Topic.CHANNEL_REQUESTS,
                        it -> it.data() instanceof CheckChannel check
                                && check.channel().equals(channel)
                                && check.revision() == revision)
                .data();
    }

    private ChannelSaved awaitSaved(ChannelId channel, Predicate<ChannelSaved> fits) {
        return (ChannelSaved) events.await(
                        Topic.CHANNELS,
                        it -> it.data() instanceof ChannelSaved saved
                                && saved.channel().equals(channel)
                                && fits.test(saved))
                .data();
    }

    private List<ChannelSaved> told(ChannelId channel) {
        return events.seen(Topic.CHANNELS, ChannelSaved.class).stream()
                .filter(it -> it.channel().equals(channel))
                .toList();
    }

    private void tell(Salon salon, ChannelFact fact) {
        var channel = switch (fact) {
            case ChannelChecked checked -> checked.channel();
            case StatusCallbackReceived received -> received.channel();
            default -> throw new IllegalArgumentException(fact.toString());
        };
        events.publish(
                Topic.CHANNEL_FACTS,
                new Envelope(
                        Ids.next(),
                        URI.create("/notification-service"),
                        Instant.now(),
                        channel.toString(),
                        salon.id(),
                        null,
                        fact));
    }

    private static Progress progress(ChannelView channel, Step step) {
        return channel.checklist().stream()
                .filter(it -> it.step() == step)
                .findFirst()
                .orElseThrow()
                .progress();
    }

    private static ChannelView lookUntil(Salon salon, ChannelId id, Predicate<ChannelView> fits) {
        return await().atMost(PATIENCE).until(() -> look(salon, id), fits);
    }

    private static ChannelView look(Salon salon, ChannelId id) {
        return channels(salon).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<ChannelView> channels(Salon salon) {
        var page = salon.asSophie(HttpMethod.GET, "/api/channels")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ChannelPage.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(page).items();
    }
}
