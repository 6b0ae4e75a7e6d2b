package fr.accueil.conversation.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Diary;
import fr.accueil.conversation.Received;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.conversation.booking.HandledBooking;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.AssistantEvent.HandoverRequested;
import fr.accueil.events.AssistantEvent.LeadCaptured;
import fr.accueil.events.AssistantEvent.QuestionLeftOpen;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.AttachmentState;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.ChangeEvent.LeadRecorded;
import fr.accueil.events.ChangeEvent.QuestionRecorded;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MessageDelivered;
import fr.accueil.events.Envelope;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.ErasureEvent.CustomerForgotten;
import fr.accueil.events.ErasureEvent.Store;
import fr.accueil.events.Ids;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.objects.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// A customer is erased: from every table and file, and for good.
class ErasureTest extends ServiceTest {

    private static final String SECRET = "Ma peau réagit au monoï";
    private static final String PHONE = "+33639980012";

    @Autowired
    TenantTransaction transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    ObjectStore objects;

    @TempDir
    Path folder;

    @Test
    void whoever_is_erased_is_in_no_table_and_no_file_any_more() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        var photo = withOneOfEverything(salon, marie);
        assertThat(tablesWith(salon, marie))
                .contains(
                        "contact",
                        "conversation",
                        "message",
                        "lead",
                        "open_question",
                        "booking",
                        "opt_out",
                        "answered");

        var receipt = erase(salon, marie, "Demande reçue par courrier", null);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(tablesWith(salon, marie)).isEmpty();
            assertThat(objects.find(photo).block(PATIENCE)).isNull();
            assertThat(receipt(salon, receipt.id()).filesLeft()).isZero();
        });
        assertThat(receipt.note()).isEqualTo("Demande reçue par courrier");
        assertThat(counts(receipt))
                .containsEntry("message", 4L)
                .containsEntry("attachment", 1L)
                .containsEntry("media", 1L)
                .containsEntry("lead", 1L)
                .containsEntry("open_question", 1L)
                .containsEntry("opt_out", 1L)
                .containsEntry("booking", 1L)
                .containsEntry("conversation", 1L)
                .containsEntry("contact", 1L);
        assertThat(receipt.topics())
                .filteredOn(it -> it.topic().equals(Topic.INBOUND.topic()))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.goneBy()).isEqualTo(receipt.erasedAt().plus(java.time.Duration.ofDays(21))));
    }

    /// Who telephoned, and never wrote.
    @ParameterizedTest
    @ValueSource(strings = {"\"phone\":\"06 39 98 00 12\",", ""})
    void whoever_is_known_by_a_booking_alone_is_exported_and_erased_by_it(String phone) {
        var salon = aSalon();
        var diary = save(Diary.ofTeam(salon.id(), "Inès"));
        var marie = salon.marie();
        var booking = entered(salon, diary, phone);
        salon.asSophie(HttpMethod.GET, "/api/customers/{id}/export", booking)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .value(zip -> assertThat(zip).isNotEmpty());
        assertThat(tablesWith(salon, marie)).contains("booking", "register_entry", "audit_entry");

        var receipt = salon.asSophie(HttpMethod.POST, "/api/customers/{id}/erasure", booking)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(ErasureReceipt.class)
                .returnResult()
                .getResponseBody();

        assertThat(counts(Objects.requireNonNull(receipt))).containsEntry("booking", 1L);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tablesWith(salon, marie)).isEmpty());
        salon.asSophie(HttpMethod.GET, "/api/bookings/{id}", booking)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.customerName")
                .isEqualTo("Client effacé");
    }

    @Test
    void a_booking_leads_to_all_of_whom_it_was_entered_for() {
        var salon = aSalon();
        var diary = save(Diary.ofTeam(salon.id(), "Inès"));
        var marie = salon.marie();
        marie.says(SECRET);
        var booking = entered(salon, diary, "\"phone\":\"06 39 98 00 12\",");

        salon.asSophie(HttpMethod.POST, "/api/customers/{id}/erasure", booking)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isCreated();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tablesWith(salon, marie)).isEmpty());
    }

    private static String entered(Salon salon, Diary diary, String phone) {
        var entered = salon.asSophie(HttpMethod.POST, "/api/bookings")
                .bodyValue("{\"services\":[\"%s\"],\"start\":\"%s\",%s\"customerName\":\"Marie Durand\"}"
                        .formatted(diary.brows().service(), Diary.at(3, "10:00"), phone))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(HandledBooking.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(entered).booking().id().toString();
    }

    @Test
    void the_other_customers_stay_as_they_are() {
        var salon = aSalon();
        var marie = salon.marie();
        var karim = salon.thread("Karim B.", "+33639980034");
        marie.says(SECRET);
        karim.says("Bonsoir");

        erase(salon, marie, null, null);

        assertThat(karim.transcript())
                .singleElement()
                .satisfies(it -> assertThat(it.body()).isEqualTo("Bonsoir"));
        assertThat(karim.row().customer().name()).isEqualTo("Karim B.");
    }

    @Test
    void what_is_older_than_the_erasure_is_not_heard_again_whichever_way_it_comes() {
        var salon = aSalon();
        var marie = salon.marie();
        var before = marie.now();
        marie.says(SECRET, before);
        var answer = marie.isAnswered("Bien noté.");

        erase(salon, marie, null, null);
        // Under another id, as if nobody remembered having handled it.
        isHeard(Topic.INBOUND, marie.received(SECRET, before));
        isHeard(Topic.OUTBOUND, marie.answer("Bien noté.", before, List.of()));
        isHeard(Topic.DELIVERY, marie.envelope(Ids.next(), before, new MessageDelivered(answer, marie.id(), 0)));
        isHeard(
                Topic.ASSISTANT,
                marie.envelope(
                        Ids.next(),
                        before,
                        new HandoverRequested(marie.id(), List.of(), HandoverReason.COMPLAINT, null, null, 1, false)));

        assertThat(tablesWith(salon, marie)).isEmpty();
    }

    @Test
    void a_file_that_was_still_being_fetched_goes_too() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        var message = marie.sends(Received.of(MessageKind.IMAGE).medium("image/jpeg"));
        var before = marie.now();
        var key = aFile(salon);

        erase(salon, marie, null, null);
        events.publish(
                Topic.DELIVERY,
                marie.envelope(
                        Ids.next(), before, new MediaFetched(message.id(), marie.id(), 0, key, "image/jpeg", 4, null)));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(objects.find(key).block(PATIENCE)).isNull());
    }

    @Test
    void who_writes_again_later_is_a_new_customer() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says(SECRET);
        erase(salon, marie, null, null);

        marie.says("Bonjour, vous êtes ouverts demain ?");

        assertThat(marie.transcript())
                .singleElement()
                .satisfies(it -> assertThat(it.body()).isEqualTo("Bonjour, vous êtes ouverts demain ?"));
        assertThat(marie.row().leader().assistantLeads()).isTrue();
        assertThat(marie.row().leaderNumber()).isEqualTo(1);
    }

    @Test
    void all_conversations_of_one_person_go_together() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says(SECRET);
        var elsewhere = Ids.ofConversation(salon.channel().id(), "whatsapp:FR.marie");
        var heard = Received.text("Encore moi")
                .toEvent(
                        elsewhere,
                        salon.channel().id(),
                        salon.channel().accountSid(),
                        new fr.accueil.events.InboundEvent.Customer(
                                "whatsapp:" + PHONE, PHONE, "whatsapp:FR.marie", "Marie"));
        events.publish(
                Topic.INBOUND,
                new Envelope(
                        heard.message().value(),
                        URI.create("/test"),
                        marie.now(),
                        elsewhere.toString(),
                        salon.id(),
                        null,
                        heard));
        events.await(Topic.CHANGES, it -> it.subject().equals(elsewhere.toString()));

        erase(salon, marie, null, null);

        assertThat(tablesWith(salon, marie)).isEmpty();
        assertThat(events.await(
                                Topic.ERASURES,
                                CustomerErased.class,
                                it -> it.conversations().contains(marie.id()))
                        .conversations())
                .containsExactlyInAnyOrder(marie.id(), elsewhere);
    }

    @Test
    void the_receipt_fills_as_the_services_report_and_names_nobody() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says(SECRET);
        var receipt = erase(salon, marie, null, null);
        assertThat(receipt.complete()).isFalse();

        for (var service : List.of("ai-router", "notification-service", "webhook-ingest")) {
            reports(salon, marie, receipt.id(), service);
            reports(salon, marie, receipt.id(), service);
        }

        await().atMost(PATIENCE).until(() -> receipt(salon, receipt.id()).complete());
        assertThat(receipt(salon, receipt.id()).services())
                .allSatisfy(it -> assertThat(it.forgottenAt()).isNotNull());
        assertThat(get(salon, receipt.id())
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .doesNotContain(PHONE, "Marie", marie.id().toString());
    }

    @Test
    void what_a_service_still_says_before_it_has_forgotten_is_not_heard() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        var photo = marie.sends(Received.of(MessageKind.IMAGE).medium("image/jpeg"));
        erase(salon, marie, null, null);
        var key = aFile(salon);

        isHeard(
                Topic.ASSISTANT,
                marie.envelope(
                        Ids.next(),
                        marie.now(),
                        new LeadCaptured(LeadId.of(Ids.next()), marie.id(), "Marie", null, PHONE, SECRET, List.of())));
        isHeard(Topic.OUTBOUND, marie.answer("Bien noté, Marie.", marie.now(), List.of()));
        isHeard(
                Topic.DELIVERY,
                marie.envelope(
                        Ids.next(),
                        marie.now(),
                        new MediaFetched(photo.id(), marie.id(), 0, key, "image/jpeg", 4, null)));

        assertThat(tablesWith(salon, marie)).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(objects.find(key).block(PATIENCE)).isNull());
    }

    @Test
    void what_is_said_of_a_new_customer_waits_for_what_they_wrote() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says(SECRET);
        erase(salon, marie, null, null);
        var photo = marie.received(Received.of(MessageKind.IMAGE).medium("image/jpeg"), marie.now());
        var message = MessageId.of(photo.id());
        var key = aFile(salon);

        marie.tell(Topic.DELIVERY, new MediaFetched(message, marie.id(), 0, key, "image/jpeg", 4, null));
        events.publish(Topic.INBOUND, photo);

        marie.awaitMessage(
                it -> it.id().equals(message) && it.attachments().getFirst().state() == AttachmentState.READY);
        assertThat(objects.find(key).block(PATIENCE)).isNotNull();
    }

    @Test
    void the_same_key_is_one_erasure_and_a_second_one_finds_nobody() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says(SECRET);

        var once = erase(salon, marie, null, "une-clé");
        var again = erase(salon, marie, null, "une-clé");

        assertThat(again.id()).isEqualTo(once.id());
        post(salon, marie, null, "une-autre").expectStatus().isNotFound();
    }

    @Test
    void whom_a_backup_brings_back_is_erased_again() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says(SECRET);
        var later = marie.now().plusMillis(1);

        var erasure = Ids.next();
        var told = new CustomerErased(erasure, List.of(marie.id()), List.of(), later);
        publish(salon, erasure, told);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(tablesWith(salon, marie)).isEmpty());
        assertThat(receipt(salon, erasure).erasedAt()).isEqualTo(later);
    }

    @Test
    void it_is_in_the_audit_log_without_a_name() {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says(SECRET);
        salon.asSophie(HttpMethod.GET, "/api/customers/{id}/export", marie.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();

        erase(salon, marie, null, null);

        salon.asSophie(HttpMethod.GET, "/api/audit")
                .exchange()
                .expectBody()
                .consumeWith(it -> assertThat(new String(Objects.requireNonNull(it.getResponseBodyContent()), UTF_8))
                        .contains("customer_exported")
                        .doesNotContain(marie.id().toString()))
                .jsonPath("$.items[0].action")
                .isEqualTo("customer_erased")
                .jsonPath("$.items[0].label")
                .isEqualTo("Client effacé");
    }

    /// @return the key of a file
    private String withOneOfEverything(Salon salon, Correspondence marie) throws IOException {
        var diary = save(Diary.ofTeam(salon.id(), "Épilation"));
        var first = marie.says(SECRET);
        marie.isAnswered("Bien noté, Marie.", first);
        var photo = marie.sends(Received.of(MessageKind.IMAGE).medium("image/jpeg"));
        var key = aFile(salon);
        marie.tell(Topic.DELIVERY, new MediaFetched(photo.id(), marie.id(), 0, key, "image/jpeg", 4, null));
        marie.awaitMessage(
                it -> it.id().equals(photo.id()) && it.attachments().getFirst().state() == AttachmentState.READY);
        var booking = BookingId.of(Ids.next());
        marie.tell(
                Topic.ASSISTANT,
                new BookingRequested(
                        booking,
                        marie.id(),
                        List.of(diary.manicure().service()),
                        null,
                        Diary.at(3, "10:00"),
                        "Marie Lefèvre",
                        PHONE,
                        null));
        events.await(
                Topic.CHANGES, BookingConfirmed.class, it -> it.booking().id().equals(booking));
        marie.tell(
                Topic.ASSISTANT,
                new LeadCaptured(LeadId.of(Ids.next()), marie.id(), "Marie", null, PHONE, SECRET, List.of()));
        events.await(
                Topic.CHANGES,
                LeadRecorded.class,
                it -> it.lead().conversation().equals(marie.id()));
        marie.tell(Topic.ASSISTANT, new QuestionLeftOpen(marie.id(), first, SECRET, null));
        events.await(
                Topic.CHANGES,
                QuestionRecorded.class,
                it -> it.question().lastConversation().equals(marie.id()));
        var stop = marie.says("STOP");
        marie.tell(
                Topic.OUTBOUND,
                new StopSending(marie.id(), salon.channel().id(), "whatsapp:" + PHONE, stop, "STOP", null));
        marie.awaitRow(it -> it.optedOutAt() != null);
        return key;
    }

    private String aFile(Salon salon) throws IOException {
        var key = salon.id() + "/" + Ids.next();
        objects.put(key, Files.write(folder.resolve("photo"), "jpeg".getBytes(StandardCharsets.UTF_8)), "image/jpeg")
                .block(PATIENCE);
        return key;
    }

    private void isHeard(Topic topic, Envelope envelope) {
        events.publishTo("conversation-service", topic, envelope);
    }

    /// The tables in which anything of the customer stands.
    private TreeSet<String> tablesWith(Salon salon, Correspondence marie) {
        var found = transaction
                .inMany(
                        salon.id(),
                        database.sql("""
                                        select c.relname::text from pg_class c
                                        join pg_namespace n on n.oid = c.relnamespace
                                        where n.nspname = 'conversation' and c.relkind = 'r'
                                          and has_table_privilege(c.oid, 'select')""")
                                .mapValue(String.class)
                                .all()
                                .collectList()
                                .flatMapIterable(it -> it)
                                .concatMap(table -> holds(table, marie)
                                        .filter(holds -> holds)
                                        .map(_ -> table)))
                .collectList()
                .block(PATIENCE);
        return new TreeSet<>(Objects.requireNonNull(found));
    }

    private reactor.core.publisher.Mono<Boolean> holds(String table, Correspondence marie) {
        return database.sql("select exists (select from " + table
                        + " t where t::text like any(array[:phone, :name, :secret, :conversation]))")
                .bind("phone", "%" + PHONE.substring(1) + "%")
                .bind("name", "%Marie%")
                .bind("secret", "%" + SECRET + "%")
                .bind("conversation", "%" + marie.id() + "%")
                .mapValue(Boolean.class)
                .one();
    }

    private static Map<String, Long> counts(ErasureReceipt receipt) {
        return receipt.services().getFirst().stores().stream()
                .collect(java.util.stream.Collectors.toMap(Store::name, Store::count));
    }

    private void reports(Salon salon, Correspondence marie, UUID erasure, String service) {
        publish(
                salon,
                erasure,
                new CustomerForgotten(erasure, service, List.of(marie.id()), List.of(new Store("heard", 3))));
    }

    private void publish(Salon salon, UUID erasure, fr.accueil.events.ErasureEvent event) {
        events.publish(
                Topic.ERASURES,
                new Envelope(
                        Ids.next(), URI.create("/test"), Instant.now(), erasure.toString(), salon.id(), null, event));
    }

    private ErasureReceipt erase(Salon salon, Correspondence of, @Nullable String note, @Nullable String key) {
        return Objects.requireNonNull(post(salon, of, note, key)
                .expectStatus()
                .isCreated()
                .expectBody(ErasureReceipt.class)
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec post(Salon salon, Correspondence of, @Nullable String note, @Nullable String key) {
        var request = salon.asSophie(HttpMethod.POST, "/api/customers/{id}/erasure", of.id());
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.bodyValue(note == null ? Map.of() : Map.of("note", note)).exchange();
    }

    private ErasureReceipt receipt(Salon salon, UUID id) {
        return Objects.requireNonNull(
                get(salon, id).expectBody(ErasureReceipt.class).returnResult().getResponseBody());
    }

    private ResponseSpec get(Salon salon, UUID id) {
        return salon.asSophie(HttpMethod.GET, "/api/erasures/{id}", id)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
