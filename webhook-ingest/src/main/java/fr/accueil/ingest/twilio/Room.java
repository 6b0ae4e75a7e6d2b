package fr.accueil.ingest.twilio;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// How many bytes of bodies may be in this process at once, from the first byte to the answer. When Kafka is slow they
/// stay longer, and what finds no room is refused at once: Twilio keeps it better than our memory does. Counted as they
/// arrive, so that it takes real bytes to use it up, and not connections that only promise some.
@Component
class Room {

    private final long size;
    private final AtomicLong taken = new AtomicLong();

    Room(IngestSettings settings, MeterRegistry meters) {
        this.size = settings.roomForBodies().toBytes();
        Gauge.builder("accueil.webhooks.bytes", taken, AtomicLong::doubleValue)
                .description("Bytes of webhooks that are being read or published")
                .register(meters);
    }

    Reservation reserve() {
        return new Reservation();
    }

    long taken() {
        return taken.get();
    }

    final class Reservation {

        private final AtomicLong mine = new AtomicLong();

        /// False when there is no room for them; then they are not counted.
        boolean add(int bytes) {
            for (var now = taken.get(); now + bytes <= size; now = taken.get()) {
                if (taken.compareAndSet(now, now + bytes)) {
                    mine.addAndGet(bytes);
                    return true;
                }
            }
            return false;
        }

        /// Gives all back, once or more often.
        void end() {
            taken.addAndGet(-mine.getAndSet(0));
        }
    }
}
