package fr.accueil.notification.media;

import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MediaNews;
import fr.accueil.events.DeliveryEvent.MediaProblem;
import fr.accueil.events.DeliveryEvent.MediaUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// What a try means for its medium: news for the others, or another try. Pure but for the chance in its pauses.
sealed interface Findings {

    record Told(MediaNews news) implements Findings {

        boolean isFetched() {
            return news instanceof MediaFetched;
        }
    }

    /// @param missingSince since when Twilio answers that it has none, if that was its answer
    record Later(Duration pause, @Nullable Instant missingSince) implements Findings {}

    static Findings kept(Medium medium, FileType type, long size, @Nullable String fileName) {
        return new Told(new MediaFetched(
                medium.message(),
                medium.conversation(),
                medium.number(),
                medium.key(),
                type.contentType(),
                size,
                fileName));
    }

    static Findings impossible(Medium medium, MediaProblem problem, MediaSettings settings) {
        return new Told(new MediaUnavailable(
                medium.message(),
                medium.conversation(),
                medium.number(),
                problem,
                switch (problem) {
                    case FOREIGN_ADDRESS ->
                        "L'adresse de cette pièce jointe n'est pas celle de WhatsApp : elle n'a pas été ouverte.";
                    case TOO_LARGE ->
                        "Cette pièce jointe dépasse %d Mo : elle n'a pas été enregistrée."
                                .formatted(Math.max(1, settings.largest().toMegabytes()));
                    case UNKNOWN_TYPE -> "Ce type de fichier n'est pas pris en charge : il n'a pas été enregistré.";
                    case GONE -> "Cette pièce jointe n'est plus disponible chez WhatsApp.";
                    case UNREACHABLE -> "Cette pièce jointe n'a pas pu être téléchargée.";
                }));
    }

    /// Right after the webhook Twilio may not have it yet; later it has it no more.
    static Findings missing(Medium medium, MediaSettings settings, Instant now) {
        var since = medium.missingSince() == null ? now : medium.missingSince();
        return isOver(since, settings.goneAfter(), now)
                ? impossible(medium, MediaProblem.GONE, settings)
                : new Later(pause(medium, settings), since);
    }

    static Findings failed(Medium medium, MediaSettings settings, Instant now) {
        return isOver(medium.since(), settings.giveUpAfter(), now)
                ? impossible(medium, MediaProblem.UNREACHABLE, settings)
                : new Later(pause(medium, settings), null);
    }

    private static boolean isOver(Instant since, Duration patience, Instant now) {
        return !now.isBefore(since.plus(patience));
    }

    /// 1 s, 3 s, 9 s…, with chance in it, so that what failed together does not come back together.
    private static Duration pause(Medium medium, MediaSettings settings) {
        var longest = settings.longestPause().toMillis();
        var pause = Math.min(longest, settings.firstPause().toMillis() * Math.pow(3, Math.min(medium.tries(), 20)));
        return Duration.ofMillis((long) (pause * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
