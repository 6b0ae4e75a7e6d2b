package fr.accueil.language.intent;

import fr.accueil.language.model.Features;
import fr.accueil.language.model.LinearModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;

/// Reads a message: intent, mood, urgency, delicate matters, language. Thread-safe; a message takes far less than a
/// millisecond.
public final class IntentReader {

    private static final String MODELS = "/fr/accueil/language/models/";

    /// Another language is only believed when French is less probable than this.
    private static final float PERHAPS_FRENCH = 0.4f;

    /// A danger is believed when it is this probable, a delicate matter or a bad mood when that probable.
    private static final float PERHAPS_DANGER = 0.4f;

    private static final float PERHAPS_DELICATE = 0.5f;
    private static final float PERHAPS_UPSET = 0.5f;

    private final LinearModel intents;
    private final LinearModel moods;
    private final LinearModel urgencies;
    private final LinearModel matters;
    private final LinearModel languages;

    private IntentReader(
            LinearModel intents, LinearModel moods, LinearModel urgencies, LinearModel matters, LinearModel languages) {
        this.intents = intents;
        this.moods = moods;
        this.urgencies = urgencies;
        this.matters = matters;
        this.languages = languages;
    }

    /// With the models that `language-model` brings.
    public static IntentReader load() {
        return new IntentReader(
                model("intents"), model("mood"), model("urgency"), model("sensitive"), model("languages"));
    }

    private static LinearModel model(String name) {
        try (var stream = IntentReader.class.getResourceAsStream(MODELS + name + ".model")) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The model " + name + " is missing: language-model is not on the class path");
            }
            return LinearModel.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    public IntentReading read(String text) {
        var features = Features.of(text);
        var probabilities = intents(features);
        var intent = text.isBlank() ? Intent.OTHER : Intent.gravest(probabilities);
        return new IntentReading(
                intent,
                probabilities.getOrDefault(intent, 0f),
                Collections.unmodifiableMap(probabilities),
                mood(features, intent),
                Urgency.valueOf(likely(urgencies, features, "NONE", PERHAPS_DANGER)),
                Sensitive.valueOf(likely(matters, features, "NONE", PERHAPS_DELICATE)),
                Scripts.languageOf(text).orElseGet(() -> latin(features)));
    }

    /// Who complains is unhappy at least; angry only who sounds so.
    private Mood mood(Features features, Intent intent) {
        var mood = Mood.valueOf(likely(moods, features, "NEUTRAL", PERHAPS_UPSET));
        return mood == Mood.NEUTRAL && intent == Intent.COMPLAINT ? Mood.UNHAPPY : mood;
    }

    private EnumMap<Intent, Float> intents(Features features) {
        var values = intents.probabilities(features);
        var probabilities = new EnumMap<Intent, Float>(Intent.class);
        for (int i = 0; i < values.length; i++) {
            probabilities.put(Intent.ofKey(intents.labels().get(i)), values[i]);
        }
        return probabilities;
    }

    private Language latin(Features features) {
        return new Language(likely(languages, features, "fr", 1 - PERHAPS_FRENCH));
    }

    /// The likeliest label but the usual one, if all but the usual one together are this probable.
    private static String likely(LinearModel model, Features features, String usual, float least) {
        List<String> labels = model.labels();
        var probabilities = model.probabilities(features);
        int best = -1;
        for (int i = 0; i < probabilities.length; i++) {
            if (!labels.get(i).equals(usual) && (best < 0 || probabilities[i] > probabilities[best])) {
                best = i;
            }
        }
        return 1 - probabilities[labels.indexOf(usual)] >= least ? labels.get(best) : usual;
    }
}
