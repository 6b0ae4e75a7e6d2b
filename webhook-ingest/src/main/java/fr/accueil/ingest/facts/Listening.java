package fr.accueil.ingest.facts;

import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.ingest.channel.Channels;
import fr.accueil.ingest.identity.Identities;
import fr.accueil.ingest.publishing.Envelopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// When this instance began to listen: before, there may have been none, and whose webhooks were missed nobody knows.
/// It begins anew after it had no room for webhooks, since it did not read whose they were.
@Component
public class Listening {

    static final Duration BETWEEN_TELLING = Duration.ofMinutes(1);

    private final Channels channels;
    private final Identities identities;
    private final Envelopes envelopes;
    private final Clock clock;
    private final String instance;
    private boolean wanted = true;
    private boolean told;
    private @Nullable Envelope begun;
    private Instant next = Instant.MIN;

    Listening(Channels channels, Identities identities, Envelopes envelopes, Clock clock, Environment environment) {
        this.channels = channels;
        this.identities = identities;
        this.envelopes = envelopes;
        this.clock = clock;
        this.instance = environment.getProperty("HOSTNAME", "webhook-ingest") + "/"
                + ProcessHandle.current().pid();
    }

    /// Webhooks were refused unread.
    public synchronized void interrupted() {
        wanted = true;
    }

    /// The same event until Kafka has it: its time is when listening began, not when that could be told.
    synchronized Optional<Envelope> due() {
        var ready = channels.ready() && identities.ready();
        if (begun == null && wanted && ready && !clock.instant().isBefore(next)) {
            begun = envelopes.seal(Ids.next(), instance, null, new ListeningBegan(instance));
            wanted = false;
        }
        return Optional.ofNullable(begun);
    }

    /// Whether Kafka has ever been told. Stays true afterwards.
    synchronized boolean wasTold() {
        return told;
    }

    synchronized void told() {
        told = true;
        begun = null;
        next = clock.instant().plus(BETWEEN_TELLING);
    }
}
