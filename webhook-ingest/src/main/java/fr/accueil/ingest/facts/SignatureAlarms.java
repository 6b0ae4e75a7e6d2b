package fr.accueil.ingest.facts;

import fr.accueil.events.ChannelFact.RejectionCause;
import fr.accueil.events.ChannelFact.SignatureRejected;
import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.ingest.channel.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The channels that are called with wrong signatures: told once a minute, looked into once in a few seconds, however
/// many there are. One entry for each channel that exists, at most.
@Component
public class SignatureAlarms {

    static final Duration BETWEEN_TELLING = Duration.ofMinutes(1);
    static final Duration BETWEEN_DIAGNOSES = Duration.ofSeconds(5);

    private final Map<ChannelId, Alarm> alarms = new ConcurrentHashMap<>();
    private final Clock clock;

    SignatureAlarms(Clock clock) {
        this.clock = clock;
    }

    /// @param diagnosis asked only when the last one is a few seconds old
    public void raise(Channel channel, Supplier<RejectionCause> diagnosis) {
        var alarm = alarms.computeIfAbsent(channel.id(), id -> new Alarm(id, channel.tenant()));
        if (alarm.wantsDiagnosis(clock.instant())) {
            alarm.count(diagnosis.get());
        } else {
            alarm.count();
        }
    }

    /// What is to be told now.
    List<Rejected> due() {
        var now = clock.instant();
        return alarms.values().stream().flatMap(it -> it.due(now).stream()).toList();
    }

    /// Kafka has it.
    void told(Rejected rejected) {
        var alarm = alarms.get(rejected.fact().channel());
        if (alarm != null) {
            alarm.told(rejected.fact().count(), clock.instant());
        }
    }

    record Rejected(TenantId tenant, SignatureRejected fact) {}

    private static final class Alarm {

        private final ChannelId channel;
        private final TenantId tenant;
        private long count;
        private @Nullable RejectionCause cause;
        private Instant nextDiagnosis = Instant.MIN;
        private Instant nextTelling = Instant.MIN;
        private boolean causeWasTold;

        Alarm(ChannelId channel, TenantId tenant) {
            this.channel = channel;
            this.tenant = tenant;
        }

        synchronized boolean wantsDiagnosis(Instant now) {
            if (now.isBefore(nextDiagnosis)) {
                return false;
            }
            nextDiagnosis = now.plus(BETWEEN_DIAGNOSES);
            return true;
        }

        synchronized void count() {
            count++;
        }

        /// A cause that was found is not forgotten for a stranger's noise in the same minute.
        synchronized void count(RejectionCause found) {
            count++;
            if (cause == null || causeWasTold || found != RejectionCause.UNKNOWN) {
                cause = found;
                causeWasTold = false;
            }
        }

        synchronized Optional<Rejected> due(Instant now) {
            return count == 0 || cause == null || now.isBefore(nextTelling)
                    ? Optional.empty()
                    : Optional.of(new Rejected(tenant, new SignatureRejected(channel, cause, count)));
        }

        synchronized void told(long told, Instant now) {
            count -= told;
            causeWasTold = true;
            nextTelling = now.plus(BETWEEN_TELLING);
        }
    }
}
