package fr.accueil.router.evaluation;

import fr.accueil.agenda.business.ServiceId;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChannelId;
import fr.accueil.events.Ids;
import fr.accueil.events.LeadId;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.router.dialogue.DialogueCommand;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
import fr.accueil.router.dialogue.DialogueCommand.GiveUp;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import fr.accueil.router.dialogue.DialogueCommand.HearBooked;
import fr.accueil.router.dialogue.DialogueCommand.HearCancelled;
import fr.accueil.router.dialogue.DialogueCommand.HearStart;
import fr.accueil.router.dialogue.DialogueCommand.HearStop;
import fr.accueil.router.dialogue.DialogueCommand.NoteMedia;
import fr.accueil.router.dialogue.DialogueCommand.NotePerson;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.dialogue.DialogueCommand.Weigh;
import fr.accueil.router.dialogue.DialogueEvent;
import fr.accueil.router.dialogue.Heard;
import fr.accueil.router.dialogue.InMemoryAgenda;
import fr.accueil.router.dialogue.InMemoryAgenda.Booked;
import fr.accueil.router.dialogue.Surroundings;
import fr.accueil.router.dialogue.Turn;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.FlowEvent.BookingAsked;
import fr.accueil.router.flow.FlowEvent.LeadCaptured;
import fr.accueil.router.flow.NewIds;
import fr.accueil.router.understanding.KeyWord;
import fr.accueil.router.understanding.MessageReader;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Question.Speaker;
import fr.accueil.router.understanding.Reading;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One business's desk: what customers write is heard once, read by the engine, decided by the dialogue, and what it
/// asks of the agenda is answered at once. What Kafka, the database and the work queue do for the service stands here
/// in a few lines; all that understands, decides and speaks is the service's.
final class Reception {

    private static final ChannelId CHANNEL = ChannelId.of(new UUID(1, 1));
    private static final Leader COLLEAGUE = Leader.person("colleague", "Léna");
    private static final int TURNS_AT_MOST = 10;

    private final House house;
    private final MessageReader engine;
    private final InMemoryAgenda agenda;
    private final Timetable timetable;
    private final Map<String, Talk> talks = new LinkedHashMap<>();
    private final List<Lead> leads = new ArrayList<>();
    private final Set<BookingId> earlier = new HashSet<>();
    private Instant now;

    /// @param customer who asked for it
    record Lead(String customer, LeadCaptured captured) {}

    Reception(House house, MessageReader engine, int seats, Instant now) {
        this.house = house;
        this.engine = engine;
        this.agenda = new InMemoryAgenda(house.bookable(seats), house.services(), Map.of());
        this.timetable = new Timetable(house.hours());
        this.now = now;
    }

    /// A visit that was booked before the dialogue, by this customer or a stranger.
    void hasBooked(String customer, ServiceId service, Instant start, String name) {
        var booking = BookingId.of(Ids.next());
        var asked = new BookingAsked(booking, List.of(service), null, start, name, null, null);
        earlier.add(booking);
        agenda.hear(asked, customer, wallClock());
    }

    /// Those made in the dialogue, and earlier ones once they are cancelled.
    List<Booked> bookings() {
        return agenda.bookings().stream()
                .filter(it -> it.cancelled() || !earlier.contains(it.booking().id()))
                .toList();
    }

    List<Lead> leads() {
        return List.copyOf(leads);
    }

    /// @param address where their answers go: with a telephone number, `whatsapp:+33…`
    Talk welcome(String customer, String address) {
        return talks.computeIfAbsent(customer, _ -> new Talk(customer, address, house));
    }

    List<Talk> talks() {
        return List.copyOf(talks.values());
    }

    /// The clock goes on, and what is due by then happens. It never goes back.
    ///
    /// @return what customers were told meanwhile, without having written
    List<Outcome> goOnUntil(Instant instant) {
        var told = new ArrayList<Outcome>();
        for (var due = timetable.next(instant); due.isPresent(); due = timetable.next(instant)) {
            var talk = due.get().talk();
            now = later(now, due.get().at());
            talk.beginTurn();
            decide(talk, due.get().command());
            think(talk);
            told.add(talk.outcome(0));
        }
        now = later(now, instant);
        return told;
    }

    Instant now() {
        return now;
    }

    /// @param message the id of WhatsApp: the same one is the same delivery again
    Outcome writes(Talk talk, String message, String text) {
        var start = System.nanoTime();
        talk.beginTurn();
        if (talk.isFirst(message)) {
            var heard = heard(talk, message, text);
            decide(talk, command(heard, talk));
            think(talk);
            talk.spoke(Speaker.CUSTOMER, now, text);
        }
        return talk.outcome((System.nanoTime() - start) / 1e6);
    }

    /// Whoever of the team writes takes the thread.
    Outcome personWrites(Talk talk, String text) {
        talk.beginTurn();
        decide(talk, new FollowLead(nextNumber(talk), COLLEAGUE, now));
        decide(talk, new NotePerson(now));
        talk.spoke(Speaker.PERSON, now, text);
        return talk.outcome(0);
    }

    Outcome handsBack(Talk talk) {
        talk.beginTurn();
        decide(talk, new FollowLead(nextNumber(talk), Leader.assistant(), now));
        think(talk);
        return talk.outcome(0);
    }

    private static long nextNumber(Talk talk) {
        return talk.dialogue().lead().number() + 1;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Heard heard(Talk talk, String message, String text) {
        return new Heard(
                Ids.ofMessage(talk.customer(), message),
                now,
                now,
                CHANNEL,
                talk.address(),
                message,
                MessageKind.TEXT,
                text,
                null,
                false);
    }

    private static DialogueCommand command(Heard heard, Talk talk) {
        var word = KeyWord.in(heard.body());
        word.ifPresent(it -> talk.understood(it.meaning() == KeyWord.Meaning.STOP ? "opt_out" : "other"));
        return word.<DialogueCommand>map(it -> switch (it.meaning()) {
                    case STOP -> new HearStop(heard, heard.body(), it.language(), MessageId.of(Ids.next()));
                    case START -> new HearStart(heard, it.language(), MessageId.of(Ids.next()));
                })
                .orElseGet(() -> new Hear(heard));
    }

    private void think(Talk talk) {
        for (int turn = 0; turn < TURNS_AT_MOST; turn++) {
            var command = next(talk);
            if (command.isEmpty()) {
                return;
            }
            decide(talk, command.get());
        }
        throw new IllegalStateException("the assistant comes to no end with " + talk.customer());
    }

    private Optional<DialogueCommand> next(Talk talk) {
        return switch (talk.dialogue().turn(now)) {
            case Turn.Silence() -> Optional.empty();
            case Turn.PassOn(var reason) -> Optional.of(new GiveUp(reason));
            case Turn.AnswerMedia _ -> Optional.of(new NoteMedia(agenda(talk)));
            case Turn.Read(var messages) -> Optional.of(new Reply(read(talk, messages), agenda(talk), ids()));
            case Turn.ReadForWish(var messages, var passOn) -> Optional.of(new Weigh(read(talk, messages), passOn));
        };
    }

    private Reading read(Talk talk, List<Heard> messages) {
        var texts = messages.stream().map(Heard::body).toList();
        var reading = engine.read(new Question(
                        house.business(),
                        talk.lines(),
                        texts,
                        Surroundings.scene(talk.dialogue(), agenda(talk), house.offer())))
                .blockOptional()
                .orElseThrow();
        talk.understood(nameOf(reading));
        return reading;
    }

    static String nameOf(Reading reading) {
        return reading.intent().name().toLowerCase(Locale.ROOT);
    }

    private AgendaView agenda(Talk talk) {
        return agenda.seenBy(talk.customer(), wallClock());
    }

    private ZonedDateTime wallClock() {
        return now.atZone(House.ZONE);
    }

    private static NewIds ids() {
        return new NewIds(MessageId.of(Ids.next()), BookingId.of(Ids.next()), LeadId.of(Ids.next()));
    }

    private void decide(Talk talk, DialogueCommand command) {
        var events = talk.decide(command);
        timetable.follow(talk, events, agenda(talk), now);
        var answers = new ArrayList<DialogueCommand>();
        for (var event : events) {
            tell(talk, event);
            answers.addAll(answers(talk, event));
        }
        answers.forEach(answer -> decide(talk, answer));
    }

    private void tell(Talk talk, DialogueEvent event) {
        switch (event) {
            case DialogueEvent.Answered it -> talk.says(it.said(), now);
            case DialogueEvent.Told it -> talk.says(it.said(), now);
            case DialogueEvent.Reassured it -> talk.says(it.said(), now);
            case DialogueEvent.Confirmed it -> talk.says(it.said(), now);
            case DialogueEvent.HandedOver it -> {
                talk.happens("escalated");
                if (it.said() != null) {
                    talk.says(it.said(), now);
                }
            }
            case DialogueEvent.SendingStopped _ -> talk.happens("opted_out");
            case DialogueEvent.MessageHeard _,
                    DialogueEvent.LeadMoved _,
                    DialogueEvent.AnswersOwed _,
                    DialogueEvent.LeftToPerson _,
                    DialogueEvent.InFlow _,
                    DialogueEvent.SendingResumed _,
                    DialogueEvent.KeptSilent _,
                    DialogueEvent.NothingWished _ -> {
                // nothing that a customer sees
            }
        }
    }

    /// What conversation-service answers.
    private List<DialogueCommand> answers(Talk talk, DialogueEvent event) {
        return switch (event) {
            case DialogueEvent.HandedOver _ -> List.of(new FollowLead(nextNumber(talk), Leader.nobody(), now));
            case DialogueEvent.InFlow(var fact) -> answers(talk, fact);
            default -> List.of();
        };
    }

    private List<DialogueCommand> answers(Talk talk, FlowEvent fact) {
        if (fact instanceof LeadCaptured captured) {
            leads.add(new Lead(talk.customer(), captured));
            talk.happens("lead_created");
        } else if (fact instanceof FlowEvent.FlowAbandoned) {
            talk.happens("abandoned");
        }
        var answer = agenda.hear(fact, talk.customer(), wallClock());
        answer.ifPresent(it -> note(talk, fact, it));
        return answer.stream().toList();
    }

    private static void note(Talk talk, FlowEvent fact, DialogueCommand answer) {
        if (answer instanceof HearBooked) {
            talk.happens("booking_created");
        }
        var moved = answer instanceof HearBooked && fact instanceof BookingAsked asked && asked.replaces() != null;
        if (moved || answer instanceof HearCancelled) {
            talk.happens("booking_cancelled");
        }
    }
}
