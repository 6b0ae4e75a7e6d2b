package fr.accueil.router.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.accueil.agenda.business.PractitionerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which slot it is to be.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "pick")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pick.Open.class, name = "open"),
    @JsonSubTypes.Type(value = Pick.Picked.class, name = "picked"),
    @JsonSubTypes.Type(value = Pick.Lost.class, name = "lost")
})
public sealed interface Pick {

    /// Not known yet.
    record Open() implements Pick {}

    /// Free as far as the assistant knows.
    ///
    /// @param practitioner with whom; null on a seat
    record Picked(Instant start, Instant end, @Nullable PractitionerId practitioner, Keeping keeping) implements Pick {

        public Picked kept(Keeping other) {
            return new Picked(start, end, practitioner, other);
        }
    }

    /// Someone else was faster, and the customer has not been told.
    record Lost(Instant start) implements Pick {}

    /// How far a slot is kept for this customer.
    enum Keeping {
        ASKED,
        HELD,
        /// Given up on silence: whether it is still free is to be looked up again.
        RELEASED
    }
}
