package fr.accueil.router.evaluation;

import fr.accueil.agenda.business.ServiceId;
import fr.accueil.router.evaluation.PlayedTurn.Exchange;
import fr.accueil.router.evaluation.SampleSet.Scenario;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.MessageReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Plays one scenario: writes its turns in their order, answers from its facts what the assistant asks in between, and
/// leaves out what the assistant knows already.
final class Player {

    private static final String ONLY_CUSTOMER = "customer";
    private static final String STRANGER = "someone else";
    private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(5);
    private static final int ANSWERS_AT_MOST = 20;

    private final Scenario scenario;
    private final Reception reception;
    private final Watch watch;
    private final List<Double> milliseconds = new ArrayList<>();
    private int messages;

    private Player(Scenario scenario, Reception reception) {
        this.scenario = scenario;
        this.reception = reception;
        this.watch = new Watch(scenario, reception);
    }

    static PlayedDialogue play(Scenario scenario, House house, MessageReader engine) {
        var capacity = scenario.json().path("setup").path("capacity");
        int seats = capacity.isNumber() ? Math.max(1, capacity.asInt()) : House.NO_LIMIT;
        var now = scenario.now().toInstant();
        var reception = new Reception(house, engine, seats, now);
        var player = new Player(scenario, reception);
        player.setUp(!capacity.isNumber());
        return player.play();
    }

    private PlayedDialogue play() {
        var turns = new ArrayList<PlayedTurn>();
        scenario.turns().forEach(turn -> turns.add(play(turn)));
        var after = new ArrayList<Exchange>();
        reception.talks().forEach(talk -> after.addAll(answer(talk, List.of())));
        var end = FinalState.of(reception);
        return new PlayedDialogue(
                scenario,
                watch.settled(turns),
                List.copyOf(after),
                end,
                new FinalCheck(scenario.end(), end).failures(),
                watch.grave(),
                List.copyOf(milliseconds));
    }

    /// Where no capacity is given, the others' visits take all there is: the set says that their slots are not free.
    private void setUp(boolean unlimited) {
        for (var line : scenario.json().path("setup").path("bookings").values()) {
            var service = new ServiceId(Json.required(line, "service"));
            var start = start(Json.required(line, "start"));
            var name = Optional.ofNullable(Json.text(line, "name")).orElse("");
            var owner = ownerOf(line);
            int seats = unlimited && owner.isEmpty() ? House.NO_LIMIT : 1;
            for (int seat = 0; seat < seats; seat++) {
                reception.hasBooked(owner.orElse(STRANGER), service, start, name);
            }
        }
    }

    private static Instant start(String text) {
        return text.matches(".*T.*[+Z].*")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(House.ZONE).toInstant();
    }

    /// A visit is a customer's own when it is marked so, or has their name.
    private Optional<String> ownerOf(JsonNode booking) {
        var from = Json.text(booking, "from");
        return customers().stream()
                .filter(customer -> customer.equals(from)
                        || Facts.of(scenario.json(), customer)
                                .said("name")
                                .filter(it -> it.equals(Json.text(booking, "name")))
                                .isPresent())
                .findFirst();
    }

    private List<String> customers() {
        return scenario.turns().stream().map(Player::customerOf).distinct().toList();
    }

    private static String customerOf(JsonNode turn) {
        return Optional.ofNullable(Json.text(turn, "from")).orElse(ONLY_CUSTOMER);
    }

    private PlayedTurn play(JsonNode turn) {
        var customer = customerOf(turn);
        var talk = reception.welcome(customer, addressOf(customer));
        var gives = Json.texts(turn.path("gives"));
        boolean key = turn.path("key").asBoolean(false);
        boolean fromCustomer = Json.text(turn, "actor") == null;
        var before = key || !fromCustomer ? List.<Exchange>of() : answer(talk, gives);
        if (!key && fromCustomer && isKnown(talk, gives)) {
            return new PlayedTurn(text(turn), false, before, null, List.of());
        }
        goOn(turn);
        var outcome = fromCustomer ? write(talk, turn) : act(talk, turn);
        watch.sees(talk, outcome);
        var check = new TurnCheck(turn.path("expect"), outcome, talk::ever);
        watch.awaits(check);
        return new PlayedTurn(text(turn), key, before, outcome, check.failures());
    }

    private static String text(JsonNode turn) {
        var actor = Json.text(turn, "actor");
        var text = Optional.ofNullable(Json.text(turn, actor == null ? "user" : "text"))
                .or(() -> Optional.ofNullable(Json.text(turn, "event")))
                .orElse("");
        return actor == null ? text : "[" + actor + "] " + text;
    }

    private void goOn(JsonNode turn) {
        var at = Json.text(turn, "at");
        var next = at == null
                ? reception.now().plus(BETWEEN_MESSAGES)
                : OffsetDateTime.parse(at).toInstant();
        reception.goOnUntil(next).forEach(watch::tells);
    }

    private Outcome write(Talk talk, JsonNode turn) {
        var given = Json.text(turn, "message_id");
        return write(
                talk,
                given == null ? freshId() : given,
                Optional.ofNullable(Json.text(turn, "user")).orElse(""));
    }

    private Outcome write(Talk talk, String id, String text) {
        var outcome = reception.writes(talk, id, text);
        milliseconds.add(outcome.milliseconds());
        return outcome;
    }

    private String freshId() {
        messages++;
        return "runner-" + messages;
    }

    private Outcome act(Talk talk, JsonNode turn) {
        var words = Optional.ofNullable(Json.text(turn, "text")).orElse("");
        return switch (Json.required(turn, "actor")) {
            case "human_agent" -> reception.personWrites(talk, words);
            case "system" -> reception.handsBack(talk);
            default -> throw new IllegalArgumentException("Nobody knows the actor of %s".formatted(turn));
        };
    }

    /// Answers from the facts what the assistant waits for, as long as it is not what the turn gives, the facts know
    /// it, and an answer takes the dialogue further.
    private List<Exchange> answer(Talk talk, List<String> gives) {
        var exchanges = new ArrayList<Exchange>();
        var seen = new HashSet<Object>();
        var facts = Facts.of(scenario.json(), talk.customer());
        while (exchanges.size() < ANSWERS_AT_MOST) {
            var asked = talk.asked().filter(it -> !isGiven(it, talk, gives));
            var text = asked.flatMap(it -> facts.answer(it, talk.stored()));
            if (text.isEmpty()
                    || !seen.add(List.of(asked, talk.stored(), talk.dialogue().flow()))) {
                break;
            }
            reception.goOnUntil(reception.now().plus(BETWEEN_MESSAGES)).forEach(watch::tells);
            var outcome = write(talk, freshId(), text.get());
            watch.sees(talk, outcome);
            exchanges.add(new Exchange(text.get(), outcome.silent() ? null : String.join(" ⏎ ", outcome.replies())));
        }
        return exchanges;
    }

    private static boolean isGiven(Asked asked, Talk talk, List<String> gives) {
        var names = Vocabulary.names(asked, talk.stored());
        boolean ofMoment = names.contains("date") || names.contains("time");
        return names.stream().anyMatch(gives::contains) || ofMoment && gives.contains("datetime");
    }

    /// All that the turn gives is stored, and no confirmation that it gives is waited for.
    private static boolean isKnown(Talk talk, List<String> gives) {
        var stored = talk.stored();
        boolean confirms = talk.asked().filter(Asked.AGREEMENT::equals).isPresent();
        return !gives.isEmpty()
                && gives.stream().allMatch(name -> switch (name) {
                    case "confirm" -> !confirms;
                    case "datetime" -> stored.containsKey("date") && stored.containsKey("time");
                    default -> stored.containsKey(name);
                });
    }

    /// As WhatsApp gives it: with the telephone number, where the facts have one that can be read.
    private String addressOf(String customer) {
        return "whatsapp:"
                + Facts.of(scenario.json(), customer)
                        .said("phone")
                        .map(it -> it.replaceAll("[^0-9+]", ""))
                        .map(it -> it.startsWith("0") ? "+33" + it.substring(1) : it)
                        .filter(it -> it.startsWith("+"))
                        .orElse("FR." + scenario.id() + "." + customer);
    }
}
