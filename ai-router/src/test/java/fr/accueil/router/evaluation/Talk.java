package fr.accueil.router.evaluation;

import fr.accueil.router.dialogue.Dialogue;
import fr.accueil.router.dialogue.DialogueCommand;
import fr.accueil.router.dialogue.DialogueEvent;
import fr.accueil.router.dialogue.Lead;
import fr.accueil.router.flow.FlowFacts;
import fr.accueil.router.speech.Said;
import fr.accueil.router.speech.Utterance;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.Question.Line;
import fr.accueil.router.understanding.Question.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One customer's dialogue, and what has come of it since the turn began.
final class Talk {

    private final String customer;
    private final String address;
    private final House house;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> delivered = new HashSet<>();
    private final Map<String, String> stored = new LinkedHashMap<>();
    private final Set<String> everHappened = new LinkedHashSet<>();
    private Dialogue dialogue = Dialogue.fresh();
    private List<Said> said = new ArrayList<>();
    private List<String> happened = new ArrayList<>();
    private @Nullable String intent;
    private boolean underPerson;

    Talk(String customer, String address, House house) {
        this.customer = customer;
        this.address = address;
        this.house = house;
    }

    String customer() {
        return customer;
    }

    String address() {
        return address;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /// What was in the thread is another's to answer.
    boolean isUnderPerson() {
        return !(dialogue.lead() instanceof Lead.AssistantLeads);
    }

    void beginTurn() {
        said = new ArrayList<>();
        happened = new ArrayList<>();
        intent = null;
        underPerson = isUnderPerson();
    }

    /// @return whether this delivery is the first of its message
    boolean isFirst(String message) {
        return delivered.add(message);
    }

    void spoke(Speaker speaker, Instant at, String text) {
        lines.add(new Line(speaker, at, text));
    }

    void understood(String as) {
        intent = as;
    }

    void happens(String event) {
        happened.add(event);
        everHappened.add(event);
    }

    void says(Said words, Instant at) {
        said.add(words);
        spoke(Speaker.ASSISTANT, at, words(words));
    }

    boolean ever(String event) {
        return everHappened.contains(event);
    }

    List<DialogueEvent> decide(DialogueCommand command) {
        var events = dialogue.decide(command);
        for (var event : events) {
            dialogue = dialogue.evolve(event);
            store();
        }
        return events;
    }

    /// What the running flow knows; once it is over, what the last one knew.
    private void store() {
        if (dialogue.flow().isRunning()) {
            stored.clear();
            stored.putAll(known());
        }
    }

    private Map<String, String> known() {
        return FlowFacts.known(dialogue.flow(), House.ZONE);
    }

    Map<String, String> stored() {
        var all = new LinkedHashMap<>(stored);
        var known = dialogue.memory().customer();
        put(all, "name", known.name());
        put(all, "email", known.email());
        put(all, "phone", known.phone());
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.putIfAbsent(name, value);
        }
    }

    /// What the assistant waits for; empty while a person has the thread.
    Optional<Asked> asked() {
        return isUnderPerson() || dialogue.optOut() != null ? Optional.empty() : FlowFacts.asked(dialogue.flow());
    }

    Outcome outcome(double milliseconds) {
        var contents = said.stream().flatMap(it -> it.contents().stream()).toList();
        return new Outcome(
                said.stream().map(this::words).toList(),
                intent,
                isUnderPerson() ? "human" : Vocabulary.flow(dialogue.flow()),
                stored(),
                Vocabulary.asks(contents, dialogue.flow(), known()),
                contents.stream()
                        .flatMap(it -> Vocabulary.rejects(it).stream())
                        .distinct()
                        .toList(),
                happened,
                Vocabulary.faqs(contents, house),
                underPerson,
                milliseconds);
    }

    private String words(Said words) {
        return Utterance.of(words, Optional.of(house.business()));
    }
}
