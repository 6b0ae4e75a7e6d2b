package fr.accueil.router.evaluation;

import fr.accueil.router.evaluation.SampleSet.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sees what must never happen: two bookings for one request, one customer's words in another's dialogue, a reply while
/// a person has the thread. And whether a refusal that may come later has come.
final class Watch {

    private static final List<String> SECRETS = List.of("name", "email");

    private final Scenario scenario;
    private final Reception reception;
    private final Set<String> grave = new LinkedHashSet<>();
    private boolean slotTaken;
    private @Nullable String awaited;

    Watch(Scenario scenario, Reception reception) {
        this.scenario = scenario;
        this.reception = reception;
    }

    void sees(Talk talk, Outcome outcome) {
        if (outcome.underPerson()
                && talk.isUnderPerson()
                && !outcome.silent()
                && !outcome.events().contains("opted_out")) {
            grave.add("a reply while a person has the thread: " + outcome.replies());
        }
        slotTaken |= outcome.rejects().contains(TurnCheck.SLOT_TAKEN);
        foreign(
                talk.customer(),
                String.join("\n", outcome.replies()) + outcome.slots().values());
    }

    /// What is told without having been written to.
    void tells(Outcome outcome) {
        slotTaken |= outcome.rejects().contains(TurnCheck.SLOT_TAKEN);
    }

    /// From here on the refusal of a slot counts for this turn.
    void awaits(TurnCheck check) {
        if (check.awaitsSlotTaken()) {
            awaited = TurnCheck.rejectsFailure(List.of(TurnCheck.SLOT_TAKEN), check.outcome());
            slotTaken = false;
        }
    }

    /// The turns, without the failure that a later refusal has made good.
    List<PlayedTurn> settled(List<PlayedTurn> turns) {
        if (awaited == null || !slotTaken) {
            return List.copyOf(turns);
        }
        var failure = awaited;
        return turns.stream().map(it -> without(it, failure)).toList();
    }

    private static PlayedTurn without(PlayedTurn turn, String failure) {
        return new PlayedTurn(
                turn.wrote(),
                turn.key(),
                turn.before(),
                turn.outcome(),
                turn.failures().stream().filter(it -> !it.equals(failure)).toList());
    }

    List<String> grave() {
        twice();
        return List.copyOf(grave);
    }

    private void twice() {
        var made = reception.bookings().stream().filter(it -> !it.cancelled()).toList();
        var seen = new HashSet<Object>();
        made.stream()
                .filter(it -> !seen.add(List.of(
                        it.customer(), it.booking().services(), it.booking().start())))
                .forEach(it -> grave.add("two bookings for one request: " + it.booking()));
        var wanted = scenario.end().path("bookings");
        if (wanted.isArray() && wanted.size() > 0 && made.size() > wanted.size()) {
            grave.add("two bookings for one request: "
                    + made.stream().map(it -> it.booking().start()).toList());
        }
    }

    private void foreign(String customer, String words) {
        for (var other : others(customer)) {
            var facts = Facts.of(scenario.json(), other);
            SECRETS.stream()
                    .flatMap(it -> facts.said(it).stream())
                    .filter(it -> !Facts.of(scenario.json(), customer)
                            .json()
                            .toString()
                            .contains(it))
                    .filter(it -> SlotComparison.plain(words).contains(SlotComparison.plain(it)))
                    .forEach(it -> grave.add("%s is told or stored of %s: %s".formatted(customer, other, it)));
        }
    }

    private List<String> others(String customer) {
        var others = new ArrayList<String>();
        reception.talks().stream()
                .map(Talk::customer)
                .filter(it -> !it.equals(customer))
                .forEach(others::add);
        return others;
    }
}
