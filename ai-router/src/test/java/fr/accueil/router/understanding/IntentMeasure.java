package fr.accueil.router.understanding;

import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.FaqIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;

/// How many intents the local engine reads right, over lines of `{text, intent}`: `IntentMeasure intents.jsonl`.
final class IntentMeasure {

    private IntentMeasure() {}

    static void main(String[] files) throws IOException {
        var reader = new LocalReader();
        var business = new Business(TenantId.of(new UUID(0, 0)), "", true, FaqIndex.of(List.of()));
        var right = new TreeMap<String, Integer>();
        var all = new TreeMap<String, Integer>();
        for (var line : Files.readAllLines(Path.of(files[0]))) {
            var message = Wire.json().readTree(line);
            var wanted = message.path("intent").stringValue("");
            var text = message.path("text").stringValue("");
            var read = reader.reading(new Question(business, List.of(), List.of(text), FirstReadingTest.SCENE))
                    .intent()
                    .name()
                    .toLowerCase(Locale.ROOT);
            all.merge(wanted, 1, Integer::sum);
            if (read.equals(wanted)) {
                right.merge(wanted, 1, Integer::sum);
            } else {
                IO.println(wanted + " read as " + read + ": " + text);
            }
        }
        all.forEach(
                (intent, number) -> IO.println("%s %d/%d".formatted(intent, right.getOrDefault(intent, 0), number)));
    }
}
