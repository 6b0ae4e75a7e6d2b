package fr.accueil.router.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.BookingId;
import fr.accueil.events.ChannelId;
import fr.accueil.events.LeadId;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.router.dialogue.DialogueCommand.FollowLead;
import fr.accueil.router.dialogue.DialogueCommand.Hear;
import fr.accueil.router.dialogue.DialogueCommand.NoteMedia;
import fr.accueil.router.dialogue.DialogueCommand.Reply;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.dialogue.DialogueEvent.Told;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.FlowFacts;
import fr.accueil.router.flow.NewIds;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.AskedFor;
import fr.accueil.router.speech.Content.ReadBack;
import fr.accueil.router.speech.Content.Refused;
import fr.accueil.router.speech.Said;
import fr.accueil.router.speech.Utterance;
import fr.accueil.router.speech.Why;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.LocalReader;
import fr.accueil.router.understanding.Offer;
import fr.accueil.router.understanding.Question;
import fr.accueil.router.understanding.Reading;
import fr.accueil.router.understanding.Scene;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A customer's phone in a story: what they write is read by the local engine, decided on by the dialogue, and what it
/// asks of the agenda is answered at once, unless the story holds the answer back.
final class Phone {

    private static final LocalReader READER = new LocalReader();

    private final String customer;
    private final @Nullable String number;
    private final Business business;
    private final Offer offer;
    private final InMemoryAgenda agenda;
    private final List<DialogueEvent> events = new ArrayList<>();
    private final List<FlowEvent> heldBack = new ArrayList<>();
    private Dialogue dialogue = Dialogue.fresh();
    private ZonedDateTime now;
    private int turns;
    private boolean agendaAnswers = true;

    Phone(
            String customer,
            @Nullable String number,
            Business business,
            Offer offer,
            InMemoryAgenda agenda,
            ZonedDateTime now) {
        this.customer = customer;
        this.number = number;
        this.business = business;
        this.offer = offer;
        this.agenda = agenda;
        this.now = now;
    }

    Phone writes(String... burst) {
        return writes(UnaryOperator.identity(), burst);
    }

    /// The same, with what an engine understands that the local one does not.
    Phone writes(UnaryOperator<Reading> understood, String... burst) {
        begin();
        Arrays.stream(burst).forEach(text -> decide(new Hear(message(MessageKind.TEXT, text, null))));
        think(understood);
        return this;
    }

    Phone sends(MessageKind kind, String caption) {
        begin();
        decide(new Hear(message(kind, caption, null)));
        think(UnaryOperator.identity());
        return this;
    }

    Phone taps(String label, String payload) {
        begin();
        decide(new Hear(message(MessageKind.BUTTON, label, payload)));
        think(UnaryOperator.identity());
        return this;
    }

    /// Writes, and nobody reads it yet.
    Phone isUnanswered(String text) {
        begin();
        decide(new Hear(message(MessageKind.TEXT, text, null)));
        return this;
    }

    Phone hears(DialogueCommand command) {
        begin();
        decide(command);
        return this;
    }

    Phone isLedBy(Leader leader) {
        return hears(new FollowLead(dialogue.lead().number() + 1, leader, now.toInstant()));
    }

    Phone after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /// From now on what is asked of the agenda stays on its way.
    Phone agendaIsSilent() {
        agendaAnswers = false;
        return this;
    }

    Phone agendaAnswers() {
        agendaAnswers = true;
        begin();
        hearAgenda();
        return this;
    }

    private void hearAgenda() {
        var asked = List.copyOf(heldBack);
        heldBack.clear();
        asked.forEach(fact -> agenda.hear(fact, customer, now).ifPresent(this::decide));
    }

    private void begin() {
        events.clear();
        turns++;
        now = now.plusMinutes(1);
    }

    private void think(UnaryOperator<Reading> understood) {
        switch (dialogue.turn(now.toInstant())) {
            case Turn.Silence() -> {
                // someone else leads, or the agenda is to answer first
            }
            case Turn.Read(var messages) -> decide(reply(messages, understood));
            case Turn.AnswerMedia _ -> decide(new NoteMedia(view()));
            case Turn.ReadForWish(var messages, var passOn) ->
                decide(new DialogueCommand.Weigh(read(messages), passOn));
            case Turn.PassOn(var reason) -> decide(new DialogueCommand.GiveUp(reason));
        }
    }

    private Reply reply(List<Heard> messages, UnaryOperator<Reading> understood) {
        var ids = new NewIds(
                MessageId.of(new UUID(3, turns)), BookingId.of(new UUID(4, id())), LeadId.of(new UUID(5, id())));
        return new Reply(understood.apply(read(messages)), view(), ids);
    }

    private long id() {
        return (long) customer.hashCode() << 16 | turns;
    }

    private Reading read(List<Heard> messages) {
        var memory = dialogue.memory();
        var scene = new Scene(
                now,
                FlowFacts.running(memory.flow()),
                FlowFacts.asked(memory.flow()).orElse(null),
                FlowFacts.known(memory.flow(), now.getZone()),
                offer,
                memory.language(),
                memory.customer().name(),
                number);
        return READER.reading(new Question(
                business, List.of(), messages.stream().map(Heard::body).toList(), scene));
    }

    private void decide(DialogueCommand command) {
        for (var event : dialogue.decide(command)) {
            events.add(event);
            dialogue = dialogue.evolve(event);
            if (event instanceof InFlow(var fact)) {
                heldBack.add(fact);
            }
        }
        if (agendaAnswers) {
            hearAgenda();
        }
    }

    String customer() {
        return customer;
    }

    InMemoryAgenda.Booked booked() {
        return agenda.bookings().getLast();
    }

    fr.accueil.router.flow.AgendaView view() {
        return agenda.seenBy(customer, now);
    }

    Dialogue dialogue() {
        return dialogue;
    }

    List<DialogueEvent> events() {
        return List.copyOf(events);
    }

    private Heard message(MessageKind kind, String text, @Nullable String payload) {
        var id = MessageId.of(
                UUID.nameUUIDFromBytes((customer + turns + text).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var address = number == null ? "whatsapp:FR." + customer : "whatsapp:" + number;
        var at = now.toInstant();
        return new Heard(id, at, at, ChannelId.of(new UUID(1, 1)), address, "SM" + id, kind, text, payload, false);
    }

    // What the customer sees.

    Optional<Said> said() {
        return events.stream()
                .flatMap(event -> switch (event) {
                    case Answered it -> Optional.of(it.said()).stream();
                    case Told it -> Optional.of(it.said()).stream();
                    case DialogueEvent.Reassured it -> Optional.of(it.said()).stream();
                    case DialogueEvent.Confirmed it -> Optional.of(it.said()).stream();
                    case HandedOver it -> Optional.ofNullable(it.said()).stream();
                    default -> Optional.<Said>empty().stream();
                })
                .reduce((_, last) -> last);
    }

    String words() {
        return said().map(it -> Utterance.of(it, Optional.of(business))).orElse("");
    }

    <T extends Content> T isTold(Class<T> content) {
        return contents().stream()
                .filter(content::isInstance)
                .map(content::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + content.getSimpleName() + " in: " + this));
    }

    Phone isAskedFor(Asked slot) {
        assertThat(contents())
                .as(toString())
                .anySatisfy(it -> assertThat(it)
                        .isInstanceOfSatisfying(
                                AskedFor.class,
                                asked -> assertThat(asked.slot()).isEqualTo(slot)));
        return this;
    }

    Phone isRefused(Class<? extends Why> why) {
        assertThat(isTold(Refused.class).why()).as(toString()).isInstanceOf(why);
        return this;
    }

    Phone isReadBack(String part) {
        isTold(ReadBack.class);
        assertThat(words()).contains(part);
        return this;
    }

    Phone isToldNothing() {
        assertThat(said()).as(toString()).isEmpty();
        return this;
    }

    <T extends FlowEvent> T caused(Class<T> kind) {
        return events.stream()
                .filter(InFlow.class::isInstance)
                .map(it -> ((InFlow) it).fact())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " in: " + this));
    }

    boolean isHandedOver() {
        return events.stream().anyMatch(HandedOver.class::isInstance);
    }

    private List<Content> contents() {
        return said().map(Said::contents).orElse(List.of());
    }

    @Override
    public String toString() {
        return said().map(Said::contents) + " « " + words() + " » " + events;
    }
}
