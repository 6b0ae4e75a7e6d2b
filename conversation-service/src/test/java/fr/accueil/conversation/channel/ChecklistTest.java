package fr.accueil.conversation.channel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.channel.ChannelFacts.Heard;
import fr.accueil.conversation.channel.ChannelFacts.Known;
import fr.accueil.conversation.channel.ChannelView.Line;
import fr.accueil.conversation.channel.ChannelView.Progress;
import fr.accueil.conversation.channel.ChannelView.Step;
import fr.accueil.conversation.tenant.Sender;
import fr.accueil.events.ChannelFact.AccountAccess;
import fr.accueil.events.ChannelFact.ChannelChecked;
import fr.accueil.events.ChannelFact.RejectionCause;
import fr.accueil.events.ChannelFact.SignatureRejected;
import fr.accueil.events.ChannelFact.WhatsAppSender;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistTest {

    private static final String OURS = "https://accueil.example/api/webhooks/twilio#rc=3&rp=5xx,ct,rt";
    private static final String NUMBER = "whatsapp:+33199000042";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final ChannelId id = ChannelId.of(Ids.next());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://accueil.example/api/webhooks/twilio#rc=3&rp=5xx,POST,DONE",
                "'https://accueil.example/api/webhooks/twilio#rc=3&rp=5xx,ct,rt',-,DONE",
                "https://accueil.example/api/webhooks/twilio,POST,TODO",
                "https://accueil.example/api/webhooks/twilio/#rp=5xx,POST,WRONG",
                "http://accueil.example/api/webhooks/twilio#rp=5xx,POST,WRONG",
                "https://demo.twilio.com/welcome,POST,WRONG",
                "https://accueil.example/api/webhooks/twilio#rp=5xx,GET,WRONG",
                "-,-,TODO"
            })
    void the_address_that_twilio_calls_is_compared(
            @Nullable String called, @Nullable String method, Progress expected) {
        assertThat(line(Step.WEBHOOK, sender(NUMBER, "ONLINE", called, method)).progress())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ONLINE,DONE",
        "ONLINE:UPDATING,DONE",
        "OFFLINE,WRONG",
        "CREATING,WAITING",
        "PENDING_VERIFICATION,WAITING",
        "VERIFYING,WAITING",
        "TWILIO_REVIEW,WAITING",
        "DRAFT,WRONG",
        "tomorrow,WRONG"
    })
    void a_number_is_as_twilio_says(String status, Progress expected) {
        assertThat(line(Step.NUMBER, sender(NUMBER, status, null, null)).progress())
                .isEqualTo(expected);
    }

    @Test
    void why_a_number_is_offline_is_told_in_twilios_words() {
        var offline = new WhatsAppSender(NUMBER, "OFFLINE", null, null, null, "Number was deleted");

        assertThat(line(Step.NUMBER, offline).sentence()).contains("«\u00a0Number was deleted\u00a0»");
    }

    @Test
    void a_number_of_another_account_is_wrong_and_the_sandbox_is_in_no_list() {
        assertThat(line(Step.NUMBER, sender("whatsapp:+33199000043", "ONLINE", null, null))
                        .progress())
                .isEqualTo(Progress.WRONG);
        var sandbox = new Checklist(connected("whatsapp:+14155238886"), known(granted()), null, false, OURS);
        assertThat(find(sandbox, Step.NUMBER).progress()).isEqualTo(Progress.DONE);
        assertThat(find(sandbox, Step.WEBHOOK).progress()).isEqualTo(Progress.TODO);
    }

    @Test
    void a_wrong_signature_stands_where_the_first_message_is_awaited() {
        var rejected = new Heard<>(NOW, new SignatureRejected(id, RejectionCause.OTHER_ADDRESS, 2));
        var known = new Known(rejected, null, null, new Heard<>(NOW, granted()), false, null);

        var line = find(new Checklist(connected(NUMBER), known, null, false, OURS), Step.RECEIVED);

        assertThat(line.progress()).isEqualTo(Progress.WRONG);
        assertThat(line.sentence()).contains("signature");
    }

    @Test
    void what_follows_waits_for_what_comes_before() {
        var unanswered = new ChannelChecked(
                id, 1, AccountAccess.UNKNOWN, null, List.of(), "Twilio ne répond pas pour le moment.");
        var lines = new Checklist(connected(NUMBER), known(unanswered), null, false, OURS).lines();

        assertThat(lines)
                .extracting(Line::progress)
                .containsExactly(
                        Progress.WAITING, Progress.TODO, Progress.TODO, Progress.TODO, Progress.TODO, Progress.TODO);
        assertThat(lines.getFirst().sentence()).startsWith("Twilio ne répond pas");
    }

    @Test
    void once_messages_come_and_go_all_but_the_call_back_is_done() {
        var checklist = new Checklist(
                connected(NUMBER), known(granted(sender(NUMBER, "ONLINE", OURS, "POST"))), NOW, true, OURS);

        assertThat(checklist.lines())
                .extracting(Line::progress)
                .containsExactly(
                        Progress.DONE, Progress.DONE, Progress.DONE, Progress.DONE, Progress.DONE, Progress.WAITING);
    }

    private Line line(Step step, WhatsAppSender found) {
        return find(new Checklist(connected(NUMBER), known(granted(found)), null, false, OURS), step);
    }

    private static Line find(Checklist checklist, Step step) {
        return checklist.lines().stream()
                .filter(it -> it.step() == step)
                .findFirst()
                .orElseThrow();
    }

    private Sender connected(String address) {
        return new Sender(id, Sender.State.CONNECTED, address, "AC1", null, true, 1);
    }

    private static Known known(ChannelChecked check) {
        return new Known(null, null, null, new Heard<>(NOW, check), false, null);
    }

    private ChannelChecked granted(WhatsAppSender... senders) {
        return new ChannelChecked(id, 1, AccountAccess.GRANTED, "Compte", List.of(senders), null);
    }

    private static WhatsAppSender sender(
            String address, String status, @Nullable String webhook, @Nullable String method) {
        return new WhatsAppSender(address, status, null, webhook, method, null);
    }
}
