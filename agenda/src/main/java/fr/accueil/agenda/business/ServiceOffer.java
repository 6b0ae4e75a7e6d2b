package fr.accueil.agenda.business;

import java.time.Duration;

/// A service that can be booked.
///
/// @param duration how long the customer stays
/// @param bufferAfter how long practitioner or seat stays taken when the customer has left: to tidy up, or to drive on
public record ServiceOffer(ServiceId id, Duration duration, Duration bufferAfter) {

    private static final Duration LONGEST = Duration.ofDays(1);

    public ServiceOffer {
        requireWholeMinutes(id, duration);
        requireWholeMinutes(id, bufferAfter);
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("The service %s takes some time.".formatted(id));
        }
        if (bufferAfter.isNegative()) {
            throw new IllegalArgumentException("The time after the service %s cannot be negative.".formatted(id));
        }
    }

    public static ServiceOffer of(ServiceId id, Duration duration) {
        return new ServiceOffer(id, duration, Duration.ZERO);
    }

    public ServiceOffer withBuffer(Duration after) {
        return new ServiceOffer(id, duration, after);
    }

    private static void requireWholeMinutes(ServiceId id, Duration time) {
        if (time.toSecondsPart() != 0 || time.toNanosPart() != 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The times of the service %s are whole minutes and at most a day, and not %s.".formatted(id, time));
        }
    }
}
