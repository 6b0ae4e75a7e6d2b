package fr.accueil.agenda;

import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How long a visit takes: the services one after the other, and at the end the longest of their buffers, once.
record Visit(Duration duration, Duration bufferAfter) {

    static Visit of(List<ServiceOffer> services) {
        return new Visit(
                services.stream().map(ServiceOffer::duration).reduce(Duration.ZERO, Duration::plus),
                services.stream()
                        .map(ServiceOffer::bufferAfter)
                        .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other));
    }

    Slot at(long second, Resource resource) {
        var start = Instant.ofEpochSecond(second);
        return new Slot(Period.of(start, duration), Period.of(start, duration.plus(bufferAfter)), resource);
    }

    long endAfter(long start) {
        return start + duration.toSeconds();
    }

    long freeAgainAfter(long start) {
        return endAfter(start) + bufferAfter.toSeconds();
    }
}
