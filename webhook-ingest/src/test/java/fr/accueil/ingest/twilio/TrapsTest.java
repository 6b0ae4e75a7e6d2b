package fr.accueil.ingest.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageKind;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.events.Topic;
import fr.accueil.platform.testing.Events;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The traps of Twilio's protocol that this service could step into, by their number in section 0 of the protocol's
/// facts. Those of sending (1, 11's causes, 12, 13's SDK, 14's fetching, 15's obeying) are other services'.
///
/// | trap | | test |
/// |---|---|---|
/// | 2 | `text/plain` would be sent to the customer | [#trap_02_the_answer_is_empty_twiml_and_nothing_that_is_sent_on]
/// |
/// | 3 | only 5xx is repeated | [KafkaAwayTest], [NotReadyTest]: what is our fault is always 503 |
/// | 4 | the signed address is the configured one | [#trap_04_the_address_is_the_configured_one_and_not_the_requests] |
/// | 5 | WebFlux answers 415 to a form body | [#trap_05_a_form_is_read_with_and_without_a_charset] |
/// | 6 | 500 for a large form or a broken escape | [#trap_06_too_large_is_413_and_a_broken_escape_is_400] |
/// | 7 | the SDK's validator and ports | [#trap_07_the_port_may_be_signed_or_not_beside_an_encoded_query],
/// [SignatureVectorsTest] |
/// | 8 | new parameters come without notice | [#trap_08_new_parameters_are_signed_taken_and_kept] |
/// | 9 | `From` may be no phone number | [#trap_09_a_user_id_is_a_sender_like_any_other] |
/// | 10 | statuses come in any order | [#trap_10_statuses_are_passed_on_in_the_order_of_their_coming] |
/// | 11 | failures come as statuses, with a code | [#trap_11_a_failure_keeps_its_code] |
/// | 13 | a text may be the word `null` | [#trap_13_the_word_null_is_a_text] |
/// | 14 | media addresses are not to be called blindly | [#trap_14_a_media_address_is_passed_on_and_never_called] |
/// | 15 | STOP is an ordinary message here | [#trap_15_stop_is_brought_to_who_obeys_it] |
@IngestTest
class TrapsTest {

    private static final String MARIE = "whatsapp:+33639980012";

    private final Caller twilio;
    private final Events events;
    private final Businesses businesses;
    private final MeterRegistry meters;

    TrapsTest(
            @LocalServerPort int port,
            @Autowired Events events,
            @Autowired Businesses businesses,
            @Autowired MeterRegistry meters) {
        this.twilio = new Caller(port);
        this.events = events;
        this.businesses = businesses;
        this.meters = meters;
    }

    @BeforeEach
    void camelia_has_a_channel() {
        businesses.saveCamelia();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/plain", "application/json", "text/html"})
    void trap_02_the_answer_is_empty_twiml_and_nothing_that_is_sent_on(String accepted) {
        var body = Bodies.message(Bodies.sid(), MARIE, "Body", "Bonjour");
        var answer = twilio.send(twilio.form(Caller.INBOUND, body, Caller.sign(Caller.TOKEN, Caller.INBOUND, body))
                        .header("Accept", accepted))
                .join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/xml");
        assertThat(answer.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
        assertThat(twilio.postsWithSignature("x", Caller.INBOUND, body).body())
                .as("what is not taken says nothing either")
                .isEmpty();
    }

    @Test
    void trap_04_the_address_is_the_configured_one_and_not_the_requests() {
        var body = Bodies.message(Bodies.sid(), MARIE, "Body", "Bonjour");
        var right = Caller.sign(Caller.TOKEN, Caller.INBOUND, body);
        var ofThePod = TwilioSignature.sign(
                Caller.TOKEN,
                "http://evil.example" + Caller.INBOUND
                        + new Signed.Parameters(TwilioForm.parse(body.getBytes(UTF_8))).text());

        assertThat(status(right, body)).isEqualTo(200);
        assertThat(status(ofThePod, body)).isEqualTo(403);
    }

    private int status(String signature, String body) {
        return twilio.send(twilio.form(Caller.INBOUND, body, signature)
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "http"))
                .join()
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "application/x-www-form-urlencoded;charset=\"utf-8\"",
                "Application/X-WWW-Form-Urlencoded; Charset=utf-8"
            })
    void trap_05_a_form_is_read_with_and_without_a_charset(String contentType) {
        var sid = Bodies.sid();
        var body = Bodies.message(sid, MARIE, "Body", "Été");
        var request = twilio.to(Caller.INBOUND)
                .header("Content-Type", contentType)
                .header("X-Twilio-Signature", Caller.sign(Caller.TOKEN, Caller.INBOUND, body))
                .POST(BodyPublishers.ofString(body));

        assertThat(twilio.send(request).join().statusCode()).isEqualTo(200);
        assertThat(received(sid).body()).isEqualTo("Été");
    }

    @ParameterizedTest
    @CsvSource({"65536, 413", "262145, 413", "1000000, 413"})
    void trap_06_too_large_is_413_and_a_broken_escape_is_400(int filler, int status) {
        var body = Bodies.message(Bodies.sid(), MARIE, "Body", "a".repeat(filler));

        assertThat(twilio.posts(Caller.INBOUND, body).statusCode()).isEqualTo(status);
        for (var broken : new String[] {"Body=%ZZ", "Body=%", "Body=%4", "%u00e9=x"}) {
            assertThat(twilio.postsWithSignature("x", Caller.INBOUND, broken).statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":443"})
    void trap_07_the_port_may_be_signed_or_not_beside_an_encoded_query(String port) {
        var address = Caller.INBOUND + "?tenant=a%2Fb%26c&x=%7B1%7D+";
        var sid = Bodies.sid();
        var body = Bodies.message(sid, MARIE, "Body", "Bonjour");
        var signature = TwilioSignature.sign(
                Caller.TOKEN,
                Caller.PUBLIC_URL
                        + port
                        + address
                        + new Signed.Parameters(TwilioForm.parse(body.getBytes(UTF_8))).text());

        assertThat(twilio.postsWithSignature(signature, address, body).statusCode())
                .isEqualTo(200);
        assertThat(received(sid).body()).isEqualTo("Bonjour");
    }

    @Test
    void trap_08_new_parameters_are_signed_taken_and_kept() {
        var sid = Bodies.sid();
        var body = Bodies.message(
                sid, MARIE, "Body", "Bonjour", "SomethingOf2031", "oui", "aLowerCaseOne", "", "Zz[]", "😀");

        assertThat(twilio.posts(Caller.INBOUND, body).statusCode()).isEqualTo(200);
        assertThat(received(sid).raw())
                .containsEntry("SomethingOf2031", "oui")
                .containsEntry("aLowerCaseOne", "")
                .containsEntry("Zz[]", "😀");
        assertThat(twilio.postsWithSignature(
                                Caller.sign(Caller.TOKEN, Caller.INBOUND, body),
                                Caller.INBOUND,
                                body.replace("2031=oui", "2031=non"))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp:FR.40817263540", "whatsapp:US.ENT.13491208655302741918"})
    void trap_09_a_user_id_is_a_sender_like_any_other(String from) {
        var sid = Bodies.sid();

        assertThat(twilio.posts(Caller.INBOUND, Bodies.message(sid, from, "Body", "Bonjour"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(received(sid).customer().address()).isEqualTo(from);
        assertThat(received(sid).customer().phone()).isNull();
        assertThat(received(sid).customer().externalUserId()).isEqualTo(from);
    }

    @Test
    void trap_10_statuses_are_passed_on_in_the_order_of_their_coming() {
        var sid = Bodies.sid();
        for (var status : new String[] {"read", "delivered", "sent", "delivered"}) {
            assertThat(twilio.posts(Caller.STATUS, status(sid, "MessageStatus", status))
                            .statusCode())
                    .isEqualTo(204);
        }

        assertThat(events.await(Topic.STATUS, DeliveryStatusReported.class, it -> is(it, sid, "sent")))
                .isNotNull();
        assertThat(events.seen(Topic.STATUS, DeliveryStatusReported.class).stream()
                        .filter(it -> it.providerSid().equals(sid))
                        .map(DeliveryStatusReported::status)
                        .limit(3))
                .containsExactly("read", "delivered", "sent");
    }

    @Test
    void trap_11_a_failure_keeps_its_code() {
        var sid = Bodies.sid();
        twilio.posts(
                Caller.STATUS, status(sid, "MessageStatus", "failed", "ErrorCode", "63024", "ErrorMessage", "Invalid"));

        var report = events.await(Topic.STATUS, DeliveryStatusReported.class, it -> is(it, sid, "failed"));
        assertThat(report.errorCode()).isEqualTo("63024");
        assertThat(report.errorMessage()).isEqualTo("Invalid");
    }

    @Test
    void trap_13_the_word_null_is_a_text() {
        var sid = Bodies.sid();
        twilio.posts(Caller.INBOUND, Bodies.message(sid, MARIE, "Body", "null", "ProfileName", "null"));

        assertThat(received(sid).body()).isEqualTo("null");
        assertThat(received(sid).customer().profileName()).isEqualTo("null");
    }

    /// The address of this very service: were it called, the counter would tell.
    @Test
    void trap_14_a_media_address_is_passed_on_and_never_called() {
        var sid = Bodies.sid();
        var evil = "http://169.254.169.254/latest/meta-data";
        twilio.posts(Caller.INBOUND, Bodies.message(sid, MARIE, "NumMedia", "1", "MediaUrl0", evil));

        assertThat(received(sid).media())
                .singleElement()
                .satisfies(it -> assertThat(it.url()).isEqualTo(evil));
        assertThat(meters.find("http.client.requests").timers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "Arrêt", "stop.", "START"})
    void trap_15_stop_is_brought_to_who_obeys_it(String word) {
        var sid = Bodies.sid();
        twilio.posts(Caller.INBOUND, Bodies.message(sid, MARIE, "Body", word, "OptOutType", "STOP"));

        assertThat(received(sid).body()).isEqualTo(word);
        assertThat(received(sid).kind()).isEqualTo(MessageKind.TEXT);
    }

    /// All parameters stand in the address then, and nothing is signed but it.
    @Test
    void a_sender_that_is_configured_for_get_is_heard_too() {
        var sid = Bodies.sid();
        var address = Caller.INBOUND + "?"
                + Bodies.message(sid, MARIE, "Body", "L'été %+é 😀", "ChannelMetadata", "x".repeat(6_000));

        var answer = gets(address, TwilioSignature.sign(Caller.TOKEN, Caller.PUBLIC_URL + address));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith("<Response/>");
        assertThat(received(sid).body()).isEqualTo("L'été %+é 😀");
        assertThat(gets(address, Caller.sign(Caller.TOKEN, address, "Body=x")).statusCode())
                .isEqualTo(403);
        assertThat(gets(address + "&Body=Faux", TwilioSignature.sign(Caller.TOKEN, Caller.PUBLIC_URL + address))
                        .statusCode())
                .isEqualTo(403);
        assertThat(gets(Caller.INBOUND, "x").statusCode()).isEqualTo(403);
    }

    @Test
    void a_json_body_is_believed_by_its_hash_in_the_signed_address() {
        var sid = Bodies.sid();
        var body =
                "{\"MessageSid\":\"%s\",\"AccountSid\":\"%s\",\"From\":\"%s\",\"To\":\"%s\",\"Body\":\"été\",\"NumMedia\":0}"
                        .formatted(sid, Businesses.ACCOUNT, MARIE, Businesses.CAMELIA.address());
        var address = Caller.INBOUND + "?bodySHA256="
                + Signed.Body.of(body.getBytes(UTF_8)).sha256();
        var signature = TwilioSignature.sign(Caller.TOKEN, Caller.PUBLIC_URL + address);

        assertThat(postsJson(address, signature, body)).isEqualTo(200);
        assertThat(received(sid).body()).isEqualTo("été");
        assertThat(postsJson(address, signature, body + " ")).isEqualTo(403);
        assertThat(postsJson(
                        Caller.INBOUND, TwilioSignature.sign(Caller.TOKEN, Caller.PUBLIC_URL + Caller.INBOUND), body))
                .as("without a hash nothing says that this is the body")
                .isEqualTo(403);
        assertThat(postsJson(address, signature, "[".repeat(5_000))).isEqualTo(400);
    }

    /// Twilio calls it when it could not reach the first: the message is as good, and somebody should look why.
    @Test
    void what_comes_to_the_fallback_address_is_a_message_like_any_other_and_counted() {
        var before = meters.get("accueil.webhooks.fallback").counter().count();
        var sid = Bodies.sid();
        var body = Bodies.message(
                sid, MARIE, "Body", "Bonjour", "ErrorCode", "11200", "ErrorUrl", "https://hooks.example.com/old");

        assertThat(twilio.posts(Caller.INBOUND + "?fallback=1", body).statusCode())
                .isEqualTo(200);
        assertThat(received(sid).body()).isEqualTo("Bonjour");
        assertThat(meters.get("accueil.webhooks.fallback").counter().count()).isEqualTo(before + 1);
    }

    @Test
    void a_slash_behind_the_configured_address_is_signed_and_heard() {
        var sid = Bodies.sid();

        assertThat(twilio.posts(Caller.INBOUND + "/", Bodies.message(sid, MARIE, "Body", "Bonjour"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(received(sid).body()).isEqualTo("Bonjour");
    }

    private HttpResponse<String> gets(String address, String signature) {
        return twilio.send(twilio.to(address)
                        .header("X-Twilio-Signature", signature)
                        .GET())
                .join();
    }

    private int postsJson(String address, String signature, String body) {
        return twilio.send(twilio.to(address)
                        .header("Content-Type", "application/json")
                        .header("X-Twilio-Signature", signature)
                        .POST(BodyPublishers.ofString(body)))
                .join()
                .statusCode();
    }

    private MessageReceived received(String sid) {
        return events.await(
                Topic.INBOUND, MessageReceived.class, it -> it.providerSid().equals(sid));
    }

    private static boolean is(DeliveryStatusReported report, String sid, String status) {
        return report.providerSid().equals(sid) && report.status().equals(status);
    }

    private static String status(String sid, String... more) {
        return Bodies.form("MessageSid", sid, "AccountSid", Businesses.ACCOUNT, "To", MARIE) + "&"
                + Bodies.form("From", Businesses.CAMELIA.address()) + "&" + Bodies.form(more);
    }
}
