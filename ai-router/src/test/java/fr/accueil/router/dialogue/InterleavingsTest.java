package fr.accueil.router.dialogue;

import static fr.accueil.router.dialogue.Fixtures.NOON;
import static fr.accueil.router.dialogue.Fixtures.SOPHIE;
import static fr.accueil.router.dialogue.Fixtures.marieSent;
import static fr.accueil.router.dialogue.Fixtures.openingHours;
import static fr.accueil.router.dialogue.Fixtures.reading;
import static fr.accueil.router.dialogue.Fixtures.reply;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.Ids;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import fr.accueil.router.dialogue.DialogueCommand.HearStart;
import fr.accueil.router.dialogue.DialogueCommand.HearStop;
import fr.accueil.router.dialogue.DialogueCommand.NoteMedia;
import fr.accueil.router.dialogue.DialogueCommand.NotePerson;
import fr.accueil.router.dialogue.DialogueCommand.Weigh;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.AnswersOwed;
import fr.accueil.router.dialogue.DialogueEvent.Confirmed;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.dialogue.DialogueEvent.KeptSilent;
import fr.accueil.router.dialogue.DialogueEvent.LeadMoved;
import fr.accueil.router.dialogue.DialogueEvent.LeftToPerson;
import fr.accueil.router.dialogue.DialogueEvent.MessageHeard;
import fr.accueil.router.dialogue.DialogueEvent.NothingWished;
import fr.accueil.router.dialogue.DialogueEvent.Reassured;
import fr.accueil.router.dialogue.DialogueEvent.SendingResumed;
import fr.accueil.router.dialogue.DialogueEvent.SendingStopped;
import fr.accueil.router.dialogue.DialogueEvent.Told;
import fr.accueil.router.dialogue.Turn.AnswerMedia;
import fr.accueil.router.dialogue.Turn.PassOn;
import fr.accueil.router.dialogue.Turn.Read;
import fr.accueil.router.dialogue.Turn.ReadForWish;
import fr.accueil.router.dialogue.Turn.Silence;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.understanding.Intent;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes in whatever order: each message has one place, and nothing is said that may not be.
class InterleavingsTest {

    private static final int STEPS = 60;

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_message_has_one_place_and_nothing_is_said_out_of_turn(long seed) {
        var marie = new Evening(new Random(seed));
        for (var step = 0; step < STEPS; step++) {
            marie.goesOn();
        }
    }

    /// One customer, one person and one assistant, who do things at random. Drafts are made now and committed later,
    /// if nothing came in between.
    private static final class Evening {

        private final Random random;
        private final List<MessageId> heard = new ArrayList<>();
        private final List<MessageId> named = new ArrayList<>();
        private Dialogue dialogue = Dialogue.fresh();
        private Instant now = NOON;
        private long number = 1;

        Evening(Random random) {
            this.random = random;
        }

        void goesOn() {
            now = now.plusSeconds(random.nextInt(120));
            var events = dialogue.decide(next());
            for (var event : events) {
                check(event);
                dialogue = dialogue.evolve(event);
            }
            var places = new ArrayList<>(named);
            dialogue.waiting().forEach(it -> places.add(it.id()));
            assertThat(places).containsExactlyInAnyOrderElementsOf(heard);
        }

        private DialogueCommand next() {
            return switch (random.nextInt(9)) {
                case 0 -> new HearStop(message("STOP"), "STOP", Language.FRENCH, MessageId.of(Ids.next()));
                case 1 -> new HearStart(message("START"), Language.FRENCH, MessageId.of(Ids.next()));
                case 2, 3 -> new Hear(message(random.nextBoolean() ? "vous ouvrez ?" : "ok merci"));
                case 4 ->
                    new FollowLead(
                            number += random.nextInt(2), random.nextBoolean() ? SOPHIE : Leader.assistant(), now);
                case 5 -> new NotePerson(now);
                case 6 -> new GiveUp(HandoverReason.DEADLINE_PASSED);
                default -> thought();
            };
        }

        private DialogueCommand thought() {
            return switch (dialogue.turn(now)) {
                case Read _ -> reply(read());
                case ReadForWish(var messages, var passOn) -> new Weigh(read(), passOn);
                case AnswerMedia _ -> new NoteMedia(new AgendaView.Unknown(now.atZone(ZoneId.of("Europe/Paris"))));
                case PassOn(var reason) -> new GiveUp(reason);
                case Silence() -> new GiveUp(HandoverReason.ASSISTANT_FAILED);
            };
        }

        private Reading read() {
            var intents = Intent.values();
            var intent = intents[random.nextInt(intents.length)];
            return intent == Intent.FAQ ? openingHours() : reading(intent);
        }

        private Heard message(String text) {
            var late = Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextInt(90_000) : 0);
            var kind = random.nextInt(8) == 0 ? MessageKind.AUDIO : MessageKind.TEXT;
            return marieSent(kind, text + " " + heard.size(), now.minus(late)).owedSince(now);
        }

        private void check(DialogueEvent event) {
            switch (event) {
                case MessageHeard(var message) -> heard.add(message.id());
                case LeftToPerson(var messages) -> name(messages);
                case Answered answered -> {
                    name(answered.messages());
                    mayBeSaid(answered.leaderNumber());
                }
                case HandedOver over -> {
                    name(over.messages());
                    assertThat(dialogue.assistantLeads()).isTrue();
                    assertThat(over.leaderNumber()).isEqualTo(dialogue.lead().number());
                    if (over.said() != null) {
                        mayBeSaid(over.leaderNumber());
                    }
                }
                case KeptSilent silent -> {
                    name(silent.messages());
                    assertThat(dialogue.optOut()).isNotNull();
                }
                case Confirmed confirmed -> {
                    name(confirmed.messages());
                    assertThat(confirmed.leaderNumber())
                            .isEqualTo(dialogue.lead().number());
                    assertThat(dialogue.optOut() == null
                                    || confirmed
                                            .confirmation()
                                            .equals(dialogue.optOut().confirmation()))
                            .isTrue();
                }
                case SendingStopped _ ->
                    assertThat(dialogue.optOut() == null || dialogue.optOut().confirmation() == null)
                            .isTrue();
                case SendingResumed _ -> assertThat(dialogue.optOut()).isNotNull();
                case NothingWished _ -> assertThat(dialogue.assistantLeads()).isFalse();
                case Told told -> mayBeSaid(told.leaderNumber());
                case Reassured _, InFlow _, LeadMoved _, AnswersOwed _ -> {
                    // moves no message and says nothing
                }
            }
        }

        private void name(List<Heard> messages) {
            messages.stream().map(Heard::id).forEach(named::add);
        }

        private void mayBeSaid(long leaderNumber) {
            assertThat(dialogue.assistantLeads()).isTrue();
            assertThat(dialogue.optOut()).isNull();
            assertThat(leaderNumber).isEqualTo(dialogue.lead().number());
        }
    }
}
