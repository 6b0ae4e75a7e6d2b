package fr.accueil.router.dialogue;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.AssistantEvent.AnswerGiven;
import fr.accueil.events.AssistantEvent.HandoverRequested;
import fr.accueil.events.AssistantEvent.Reasons;
import fr.accueil.events.Author;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.ShowTyping;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.Topic;
import fr.accueil.platform.outbox.Outbox;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.AnswersOwed;
import fr.accueil.router.dialogue.DialogueEvent.Confirmed;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.KeptSilent;
import fr.accueil.router.dialogue.DialogueEvent.LeadMoved;
import fr.accueil.router.dialogue.DialogueEvent.LeftToPerson;
import fr.accueil.router.dialogue.DialogueEvent.MessageHeard;
import fr.accueil.router.dialogue.DialogueEvent.NothingWished;
import fr.accueil.router.dialogue.DialogueEvent.SendingResumed;
import fr.accueil.router.dialogue.DialogueEvent.SendingStopped;
import fr.accueil.router.dialogue.Said.Content.Stopped;
import fr.accueil.router.dialogue.Turn.Read;
import fr.accueil.router.knowledge.Businesses;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.understanding.Question.Speaker;
import fr.accueil.router.understanding.Reading;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Says to the other services what the dialogue decided, in the transaction that decided it. What is to be sent stands
/// before the reason why: who hears of a hand-over has had the assistant's last words.
@Component
class Voice {

    private static final URI SOURCE = URI.create("/ai-router");

    /// WhatsApp shows "typing…" no longer than this.
    private static final Duration TYPING = Duration.ofSeconds(25);

    /// Why a word such as STOP is answered as it is, also when the answer was given before.
    private static final Reasons OPTED_OUT = new Reasons("keyword", "opt_out", null, null, 1);

    private static final Reasons OPTED_IN = new Reasons("keyword", "opt_in", null, null, 1);

    private final Outbox outbox;
    private final Transcript transcript;
    private final Businesses businesses;
    private final Clock clock;

    Voice(Outbox outbox, Transcript transcript, Businesses businesses, Clock clock) {
        this.outbox = outbox;
        this.transcript = transcript;
        this.businesses = businesses;
        this.clock = clock;
    }

    /// Shows the customer that the answer is being written, when one surely is.
    Mono<Void> type(StoredDialogue stored) {
        var now = clock.instant();
        if (stored.dialogue().optOut() != null || !(stored.dialogue().turn(now) instanceof Read(var messages))) {
            return Mono.empty();
        }
        var newest = messages.getLast();
        var typing = new ShowTyping(stored.conversation(), newest.channel(), newest.providerSid(), now.plus(TYPING));
        return append(Topic.OUTBOUND, stored, Ids.next(), newest, typing);
    }

    Mono<Void> say(StoredDialogue stored, DialogueEvent event) {
        return switch (event) {
            case Answered answered -> answer(stored, answered);
            case HandedOver over -> handOver(stored, over);
            case SendingStopped stopped -> stop(stored, stopped);
            case SendingResumed resumed -> resume(stored, resumed);
            case Confirmed confirmed -> confirm(stored, confirmed);
            case KeptSilent silent -> given(stored, silent.confirmation(), silent.messages(), OPTED_OUT);
            case MessageHeard _, LeadMoved _, AnswersOwed _, LeftToPerson _, NothingWished _ -> Mono.empty();
        };
    }

    private Mono<Void> answer(StoredDialogue stored, Answered answered) {
        var message = MessageId.of(Ids.next());
        return send(stored, message, answered.said(), answered.messages(), answered.leaderNumber())
                .then(given(stored, message, answered.messages(), toReasons(answered.reading())));
    }

    private Mono<Void> confirm(StoredDialogue stored, Confirmed confirmed) {
        var reasons = confirmed.said().content() instanceof Stopped ? OPTED_OUT : OPTED_IN;
        return send(stored, confirmed.confirmation(), confirmed.said(), confirmed.messages(), confirmed.leaderNumber())
                .then(given(stored, confirmed.confirmation(), confirmed.messages(), reasons));
    }

    private Mono<Void> given(StoredDialogue stored, MessageId message, List<Heard> messages, Reasons reasons) {
        var given = new AnswerGiven(message, stored.conversation(), idsOf(messages), reasons);
        return append(Topic.ASSISTANT, stored, Ids.next(), messages.getLast(), given);
    }

    private Mono<Void> stop(StoredDialogue stored, SendingStopped stopped) {
        var by = stopped.request();
        var stop = new StopSending(
                stored.conversation(), by.channel(), by.from(), by.id(), stopped.word(), stopped.confirmation());
        return append(Topic.OUTBOUND, stored, Ids.next(), by, stop);
    }

    private Mono<Void> resume(StoredDialogue stored, SendingResumed resumed) {
        var by = resumed.request();
        var resume = new ResumeSending(stored.conversation(), by.channel(), by.from(), by.id(), resumed.reason());
        return append(Topic.OUTBOUND, stored, Ids.next(), by, resume);
    }

    private Mono<Void> handOver(StoredDialogue stored, HandedOver over) {
        var newest = over.messages().getLast();
        var said = clock.instant().isBefore(newest.freeTextUntil()) ? over.said() : null;
        var message = said == null ? null : MessageId.of(Ids.next());
        var requested = new HandoverRequested(
                stored.conversation(),
                idsOf(over.messages()),
                over.reason(),
                message,
                over.reading() == null ? null : toReasons(over.reading()),
                over.leaderNumber());
        return (said == null || message == null
                        ? Mono.<Void>empty()
                        : send(stored, message, said, over.messages(), over.leaderNumber()))
                .then(append(Topic.ASSISTANT, stored, Ids.next(), newest, requested));
    }

    private Mono<Void> send(
            StoredDialogue stored, MessageId message, Said said, List<Heard> answers, long leaderNumber) {
        var newest = answers.getLast();
        var body = Utterance.of(said, businesses.find(stored.tenant()));
        var send = new SendMessage(
                message,
                stored.conversation(),
                newest.channel(),
                newest.from(),
                body,
                Author.assistant(),
                idsOf(answers),
                leaderNumber,
                newest.freeTextUntil(),
                null,
                0);
        return transcript
                .add(stored, message, clock.instant(), Speaker.ASSISTANT, body)
                .then(append(Topic.OUTBOUND, stored, message.value(), newest, send));
    }

    private Mono<Void> append(Topic topic, StoredDialogue stored, UUID id, Heard cause, AccueilEvent event) {
        var envelope = new Envelope(
                id,
                SOURCE,
                clock.instant(),
                stored.conversation().toString(),
                stored.tenant(),
                cause.id().value(),
                event);
        return outbox.append(topic, stored.conversation().toString(), envelope);
    }

    private static List<MessageId> idsOf(List<Heard> messages) {
        return messages.stream().map(Heard::id).toList();
    }

    private static Reasons toReasons(Reading reading) {
        Optional<Faq> faq = reading.faqs().stream().findFirst();
        return new Reasons(
                reading.engine(),
                reading.intent().name().toLowerCase(Locale.ROOT),
                faq.map(Faq::id).orElse(null),
                faq.map(Faq::question).orElse(null),
                reading.confidence());
    }
}
