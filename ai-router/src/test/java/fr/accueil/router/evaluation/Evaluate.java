package fr.accueil.router.evaluation;

import fr.accueil.router.understanding.LocalReader;
import fr.accueil.router.understanding.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Measures the local engine and the dialogue over a set: `Evaluate <folder of the set> <folder for what comes of it>`.
final class Evaluate {

    private static final String ENGINE = "local";

    private Evaluate() {}

    static void main(String[] folders) throws IOException {
        var set = SampleSet.in(Path.of(folders[0]));
        var out = Files.createDirectories(Path.of(folders[1]));
        var houses = houses(set);
        var engine = new LocalReader();
        var reads = new Reads(engine, vertical -> house(houses, vertical));
        new Rehearsal(engine).play();
        var startMilliseconds = Footprint.sinceStart();

        var results = run(set, reads, houses);

        var predictions = new Predictions(out);
        predictions.write(results);
        Files.writeString(out.resolve("report.txt"), new ErrorReport(results).toString());
        var footprint = Footprint.of(results.milliseconds(), startMilliseconds);
        predictions.write(results, ENGINE, footprint);
        IO.print(new ScoreTable(results, footprint));
    }

    static Results run(SampleSet set, Reads reads, Map<String, House> houses) {
        return new Results(
                set.queries().stream().map(reads::answer).toList(),
                set.messages().stream().map(reads::guess).toList(),
                set.answers().stream().map(reads::take).toList(),
                set.scenarios().stream()
                        .map(it -> Player.play(it, house(houses, it.vertical()), reads.engine()))
                        .toList());
    }

    static Map<String, House> houses(SampleSet set) {
        var houses = new LinkedHashMap<String, House>();
        set.verticals().forEach(it -> houses.put(it, House.of(it, set)));
        return houses;
    }

    /// Where a line names no vertical, the first one there is.
    static House house(Map<String, House> houses, @Nullable String vertical) {
        var house = vertical == null ? null : houses.get(vertical);
        return house == null
                ? houses.values().stream().findFirst().orElseGet(() -> House.of("beauty", List.of(), List.of()))
                : house;
    }
}
