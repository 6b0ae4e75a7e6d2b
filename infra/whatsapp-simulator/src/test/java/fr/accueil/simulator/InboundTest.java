package fr.accueil.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.security.RequestValidator;
import fr.accueil.simulator.Receiver.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class InboundTest extends SimulatorTest {

    private static final String WEBHOOK = "https://accueil.example/api/webhooks/twilio";
    private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};
    /// What our own sender decides, and what an address or a profile makes different from the example's.
    private static final Set<String> OWN = Set.of(
            "MessageSid",
            "SmsSid",
            "SmsMessageSid",
            "From",
            "WaId",
            "ProfileName",
            "ExternalUserId",
            "ChannelMetadata",
            "MediaUrl0");

    @Test
    void a_customers_message_reaches_the_webhook_signed_for_the_public_address() {
        var sent = writes(MARIE, CAMELIA, "Bonjour, c'est à côté de l'Hôtel ? 🌿\nMerci + 5 %");

        var post = RECEIVER.webhooks().getFirst();
        assertThat(post.uri()).isEqualTo("/api/webhooks/twilio");
        assertThat(post.form())
                .containsEntry("MessageSid", sent.path("messageSid").asString())
                .containsEntry("Body", "Bonjour, c'est à côté de l'Hôtel ? 🌿\nMerci + 5 %")
                .containsEntry("WaId", "33639980012")
                .containsEntry("ExternalUserId", "whatsapp:FR.4081726354091827");
        assertThat(post.headers().get("I-Twilio-Idempotency-Token")).isNotEmpty();
        assertThat(post.headers().get("User-Agent")).isEqualTo("TwilioProxy/1.1");
        assertThat(new RequestValidator(TOKEN)
                        .validate(WEBHOOK, post.form(), post.headers().get("X-Twilio-Signature")))
                .isTrue();
        assertThat(sent.path("webhook").path("delivered").asBoolean()).isTrue();
        assertThat(sent.path("webhook").path("tenant").asString()).isEqualTo("tenant-of-" + CAMELIA);
    }

    @Test
    void each_business_has_its_own_account_and_token() {
        writes(MARIE, MARTIN, "J'ai une fuite");

        var post = RECEIVER.webhooks().getFirst();
        assertThat(post.form()).containsEntry("AccountSid", OTHER_ACCOUNT);
        assertThat(new RequestValidator(OTHER_TOKEN)
                        .validate(WEBHOOK, post.form(), post.headers().get("X-Twilio-Signature")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01_text", "02_text_accents_emoji", "03_image", "04_voice_note", "05_location", "06_button_reply",
                "07_list_reply", "08_quoted_reply", "09_forwarded", "10_ctwa_ad_referral", "11_sticker_empty_body",
                        "12_long_text"
            })
    void every_kind_of_message_has_the_fields_of_twilios_example(String name) {
        var example = Examples.form(name);

        writes(MARIE, toMessage(example));

        var form = new HashMap<>(RECEIVER.webhooks().getFirst().form());
        var names = new HashSet<>(example.keySet());
        names.add("ExternalUserId");
        assertThat(form.keySet()).isEqualTo(names);
        var expected = new HashMap<>(example);
        expected.put("AccountSid", ACCOUNT);
        OWN.forEach(own -> {
            form.remove(own);
            expected.remove(own);
        });
        assertThat(form).isEqualTo(expected);
    }

    @Test
    void a_customer_who_hides_the_number_is_known_by_the_user_id_alone() {
        var phone = json(http.post()
                .uri("/simulator/phones")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", "Inès", "hidesNumber", true))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());

        writes(phone.path("address").asString(), CAMELIA, "Bonjour");

        var form = RECEIVER.webhooks().getFirst().form();
        assertThat(form.get("From")).matches("whatsapp:FR\\.\\d{16}").isEqualTo(form.get("ExternalUserId"));
        assertThat(form).doesNotContainKey("WaId");
    }

    @Test
    void a_customer_may_hide_the_number_from_one_message_to_the_next_and_stays_in_one_chat() {
        writes(KARIM, CAMELIA, "avec mon numéro");
        writes(KARIM, Map.of("to", CAMELIA, "body", "sans mon numéro", "hidesNumber", true));

        var shown = RECEIVER.webhooks().getFirst().form();
        var hidden = RECEIVER.webhooks().getLast().form();
        assertThat(shown).containsEntry("From", KARIM).containsKey("WaId");
        assertThat(hidden)
                .containsEntry("From", shown.get("ExternalUserId"))
                .containsEntry("ExternalUserId", shown.get("ExternalUserId"))
                .doesNotContainKey("WaId");
        var sid = accepted(message(Objects.requireNonNull(hidden.get("From")), "réponse sans numéro"))
                .path("sid")
                .asString();
        awaitStatuses(sid, "sent", "delivered");
        assertThat(chat(KARIM, CAMELIA))
                .extracting(it -> it.path("body").asString())
                .contains("avec mon numéro", "sans mon numéro", "réponse sans numéro");
    }

    @Test
    void a_webhook_that_fails_is_tried_again_with_the_same_message_until_it_answers() {
        var tries = new AtomicInteger();
        RECEIVER.answer(_ -> tries.incrementAndGet() < 3 ? Answer.of(503) : Receiver.TAKEN);

        var sent = writes(MARIE, CAMELIA, "Bonjour");

        assertThat(sent.path("webhook").path("delivered").asBoolean()).isTrue();
        assertThat(sent.path("webhook").path("attempts").asInt()).isEqualTo(3);
        assertThat(RECEIVER.webhooks())
                .extracting(Receiver.Received::form)
                .containsOnly(RECEIVER.webhooks().getFirst().form());
    }

    @Test
    void after_three_retries_twilio_gives_up_and_the_phone_shows_it() {
        RECEIVER.answer(_ -> Answer.of(500));

        var sent = writes(MARIE, CAMELIA, "Bonjour ?");

        assertThat(RECEIVER.webhooks()).hasSize(4);
        assertThat(sent.path("webhook").path("delivered").asBoolean()).isFalse();
        assertThat(sent.path("webhook").path("status").asInt()).isEqualTo(500);
        assertThat(chat(MARIE, CAMELIA))
                .last()
                .matches(message -> "lost".equals(message.path("progress").asString()));
    }

    @Test
    void a_webhook_that_is_too_slow_is_tried_again() {
        var tries = new AtomicInteger();
        RECEIVER.answer(_ -> tries.incrementAndGet() == 1 ? Answer.late(Duration.ofSeconds(2)) : Receiver.TAKEN);

        var sent = writes(MARIE, CAMELIA, "Bonjour");

        assertThat(sent.path("webhook").path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void a_refusal_is_not_tried_again() {
        RECEIVER.answer(_ -> Answer.of(403));

        var sent = writes(MARIE, CAMELIA, "Bonjour");

        assertThat(sent.path("webhook").path("attempts").asInt()).isEqualTo(1);
        assertThat(sent.path("webhook").path("status").asInt()).isEqualTo(403);
    }

    @Test
    void a_plain_text_answer_is_sent_to_the_customer() {
        RECEIVER.answer(_ -> Answer.text("text/plain;charset=UTF-8", "OK"));

        writes(KARIM, MARTIN, "Bonjour");

        await().atMost(Duration.ofSeconds(5))
                .until(() -> wordsOnPhone(KARIM, MARTIN).contains("OK"));
    }

    @Test
    void twiml_answers_are_sent_to_the_customer() {
        RECEIVER.answer(_ -> Answer.text("text/xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <Response><Message>Un &amp; un</Message><Message><Body>Deux</Body></Message></Response>"""));

        writes(KARIM, MARTIN, "Encore");

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(wordsOnPhone(KARIM, MARTIN)).contains("Un & un", "Deux"));
    }

    @Test
    void an_answer_that_twilio_cannot_read_is_noted_as_its_debugger_would() {
        RECEIVER.answer(_ -> Answer.text("text/xml", "<Response><Message>"));
        writes(KARIM, MARTIN, "Encore");
        assertThat(ledger("webhook-attempted"))
                .last()
                .matches(line -> line.path("attempt").path("error").asString().startsWith("12100"));

        RECEIVER.answer(_ -> Answer.text("application/json", "{}"));
        writes(KARIM, MARTIN, "Encore");
        assertThat(ledger("webhook-attempted"))
                .last()
                .matches(line -> line.path("attempt").path("error").asString().startsWith("12300"));
    }

    @Test
    void a_duplicated_webhook_names_the_same_message() {
        fails(Map.of("mode", "webhooks-duplicated", "count", 1));

        var sid = writes(MARIE, CAMELIA, "Bonjour").path("messageSid").asString();
        writes(MARIE, CAMELIA, "Une fois");

        assertThat(RECEIVER.webhooks()).hasSize(3);
        assertThat(RECEIVER.webhooks().subList(0, 2))
                .allMatch(post -> sid.equals(post.form().get("MessageSid")));
    }

    @Test
    void a_message_over_1600_characters_is_cut_and_marked() {
        var sid = writes(MARIE, CAMELIA, "x".repeat(1700)).path("messageSid").asString();

        assertThat(RECEIVER.webhooks().getFirst().form().get("Body")).hasSize(1600);
        var message = answerTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages/" + sid + ".json");
        assertThat(message.path("status").asString()).isEqualTo("failed");
        assertThat(message.path("error_code").asInt()).isEqualTo(21617);
    }

    @Test
    void a_picture_is_fetched_with_credentials_and_then_without() {
        writes(MARIE, Map.of("to", CAMELIA, "media", List.of(Map.of("contentType", "image/jpeg", "bytes", PICTURE))));
        var form = RECEIVER.webhooks().getFirst().form();
        assertThat(form).containsEntry("NumMedia", "1").containsEntry("MessageType", "image");
        assertThat(form.get("MessageSid")).startsWith("MM");
        assertThat(form.get("MediaUrl0")).startsWith("https://api.twilio.com/2010-04-01/Accounts/" + ACCOUNT);
        var path = form.getOrDefault("MediaUrl0", "").substring("https://api.twilio.com".length());

        http.get().uri(path).exchange().expectStatus().isUnauthorized();
        var location = asks(path)
                .expectStatus()
                .isTemporaryRedirect()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getLocation();
        assertThat(location).isNotNull();
        http.get()
                .uri(cdn(location))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_JPEG)
                .expectBody(byte[].class)
                .isEqualTo(PICTURE);
        http.get()
                .uri(cdn(location))
                .header(HttpHeaders.AUTHORIZATION, basic(ACCOUNT, TOKEN))
                .exchange()
                .expectStatus()
                .isBadRequest();
        http.get()
                .uri(URI.create(cdn(location) + "x"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void media_can_be_missing_the_first_time() {
        fails(Map.of("mode", "media-not-found-first"));
        writes(MARIE, Map.of("to", CAMELIA, "media", List.of(Map.of("contentType", "image/png", "bytes", PICTURE))));
        var path = RECEIVER.webhooks()
                .getFirst()
                .form()
                .getOrDefault("MediaUrl0", "")
                .substring("https://api.twilio.com".length());

        asks(path).expectStatus().isNotFound();
        asks(path).expectStatus().isTemporaryRedirect();
    }

    @Test
    void thirty_customers_at_once_are_all_heard() {
        var sids = IntStream.range(0, 30)
                .parallel()
                .mapToObj(i -> writes(i % 2 == 0 ? MARIE : KARIM, CAMELIA, "Message " + i)
                        .path("messageSid")
                        .asString())
                .toList();

        var posted = new ArrayList<String>();
        RECEIVER.webhooks().forEach(post -> posted.add(post.form().getOrDefault("MessageSid", "")));
        assertThat(posted).containsExactlyInAnyOrderElementsOf(sids);
    }

    private URI cdn(@Nullable URI location) {
        return URI.create("http://localhost:" + port + location);
    }

    private static Map<String, Object> toMessage(Map<String, String> example) {
        var usual = Examples.names("01_text");
        var fields = new HashMap<String, String>();
        example.forEach((name, value) -> {
            if ((!usual.contains(name) || name.equals("ReferralNumMedia")) && !name.startsWith("Media")) {
                fields.put(name, value);
            }
        });
        var message = new HashMap<String, Object>();
        message.put("to", CAMELIA);
        message.put("body", example.getOrDefault("Body", ""));
        message.put("fields", fields);
        if (example.containsKey("MediaContentType0")) {
            message.put("media", List.of(Map.of("contentType", example.get("MediaContentType0"), "bytes", PICTURE)));
        }
        return message;
    }
}
