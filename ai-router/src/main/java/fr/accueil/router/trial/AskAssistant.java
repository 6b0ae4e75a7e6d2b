package fr.accueil.router.trial;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.TenantId;
import fr.accueil.router.agenda.Agendas;
import fr.accueil.router.dialogue.AssistantSettings;
import fr.accueil.router.dialogue.DialogueCommand;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import fr.accueil.router.dialogue.DialogueCommand.HearStart;
import fr.accueil.router.dialogue.DialogueCommand.HearStop;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.dialogue.DialogueCommand.Weigh;
import fr.accueil.router.dialogue.Heard;
import fr.accueil.router.dialogue.Reasoning;
import fr.accueil.router.dialogue.Surroundings;
import fr.accueil.router.dialogue.Turn;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.FlowFacts;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Businesses;
import fr.accueil.router.knowledge.NotOpenYet;
import fr.accueil.router.speech.Utterance;
import fr.accueil.router.trial.TryAnswer.Source;
import fr.accueil.router.understanding.KeyWord;
import fr.accueil.router.understanding.MessageReader;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Question.Line;
import fr.accueil.router.understanding.Question.Speaker;
import fr.accueil.router.understanding.Reading;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Answers as the assistant would: the same engine, rules, FAQs and agenda, for a customer that there is not.
@Component
class AskAssistant {

    private static final Logger log = LoggerFactory.getLogger(AskAssistant.class);

    private static final ChannelId NOWHERE = ChannelId.of(new UUID(0, 0));

    private final Businesses businesses;
    private final Agendas agendas;
    private final MessageReader reader;
    private final AssistantSettings settings;
    private final Clock clock;

    AskAssistant(
            Businesses businesses, Agendas agendas, MessageReader reader, AssistantSettings settings, Clock clock) {
        this.businesses = businesses;
        this.agendas = agendas;
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<TryAnswer> ask(TenantId tenant, TryRequest request) {
        var business = businesses.find(tenant).orElseThrow(NotOpenYet::new);
        var trial = Mono.just(Trial.fresh());
        for (var text : request.earlier()) {
            trial = trial.flatMap(it -> hear(it, business, text));
        }
        return trial.flatMap(it -> hear(it, business, request.text())).map(it -> answer(it, business));
    }

    private Mono<Trial> hear(Trial trial, Business business, String text) {
        var message = written(text);
        var heard = trial.next().after(command(message));
        return react(heard, business)
                .map(it -> it.plus(new Line(Speaker.CUSTOMER, message.at(), text)))
                .map(it -> it.said() == null
                        ? it
                        : it.plus(new Line(Speaker.ASSISTANT, message.at(), words(it, business))));
    }

    private Heard written(String text) {
        var now = clock.instant();
        return new Heard(
                MessageId.of(Ids.next()),
                now,
                now,
                NOWHERE,
                "whatsapp:FR.trial",
                "",
                MessageKind.TEXT,
                text,
                null,
                false);
    }

    private static DialogueCommand command(Heard message) {
        return KeyWord.in(message.body())
                .<DialogueCommand>map(word -> switch (word.meaning()) {
                    case STOP ->
                        new HearStop(
                                message,
                                message.body(),
                                word.language(),
                                Surroundings.ids().confirmation());
                    case START ->
                        new HearStart(
                                message, word.language(), Surroundings.ids().confirmation());
                })
                .orElseGet(() -> new Hear(message));
    }

    private Mono<Trial> react(Trial trial, Business business) {
        return switch (trial.dialogue().turn(clock.instant())) {
            case Turn.Silence _, Turn.AnswerMedia _ -> Mono.just(trial);
            case Turn.PassOn(var reason) -> Mono.just(trial.after(new GiveUp(reason)));
            case Turn.Read(var messages) ->
                read(trial, business, messages, reading -> new Reply(reading, agenda(business), Surroundings.ids()));
            case Turn.ReadForWish(var messages, var passOn) ->
                read(trial, business, messages, reading -> new Weigh(reading, passOn));
        };
    }

    private Mono<Trial> read(
            Trial trial, Business business, List<Heard> messages, Function<Reading, DialogueCommand> toCommand) {
        var agenda = agenda(business);
        var scene = Surroundings.scene(trial.dialogue(), agenda, agendas.offer(business.tenant()));
        var texts = messages.stream().map(Heard::body).toList();
        var begun = clock.instant();
        return Mono.defer(() -> reader.read(new Question(business, trial.lines(), texts, scene)))
                .timeout(settings.readingPatience())
                .map(reading -> reading.taking(Duration.between(begun, clock.instant())))
                .map(reading ->
                        trial.read(reading).after(toCommand.apply(reading)).granted(agenda))
                .onErrorResume(failure -> giveUp(trial, failure));
    }

    /// As in earnest: whatever an engine fails with, a person answers.
    private static Mono<Trial> giveUp(Trial trial, Throwable failure) {
        log.warn("The assistant could not read what was tried", failure);
        return Mono.just(trial.after(new GiveUp(HandoverReason.ASSISTANT_FAILED)));
    }

    /// That of a customer who has no booking yet.
    private AgendaView agenda(Business business) {
        return agendas.view(business.tenant(), ConversationId.of(Ids.next()), clock.instant());
    }

    private static TryAnswer answer(Trial trial, Business business) {
        var reading = trial.reading();
        return new TryAnswer(
                trial.said() == null ? null : words(trial, business),
                trial.handover(),
                FlowFacts.kind(trial.dialogue().flow())
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                reading == null ? null : Reasoning.of(reading),
                reading == null ? List.of() : sources(reading));
    }

    private static List<Source> sources(Reading reading) {
        return reading.answers().stream()
                .map(it ->
                        new Source(it.faq().id(), it.faq().question(), it.faq().answer(), it.score()))
                .toList();
    }

    private static String words(Trial trial, Business business) {
        return trial.said() == null ? "" : Utterance.of(trial.said(), Optional.of(business));
    }
}
