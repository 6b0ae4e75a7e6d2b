package fr.accueil.router.flow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.accueil.events.BookingId;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;
import fr.accueil.router.understanding.Asked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the assistant and the customer are about.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "flow")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Flow.None.class, name = "none"),
    @JsonSubTypes.Type(value = Flow.Booking.class, name = "booking"),
    @JsonSubTypes.Type(value = Flow.ChoosingBooking.class, name = "choosing"),
    @JsonSubTypes.Type(value = Flow.Cancelling.class, name = "cancelling"),
    @JsonSubTypes.Type(value = Flow.Quote.class, name = "quote")
})
public sealed interface Flow {

    record None() implements Flow {}

    /// A visit is being booked, or moved.
    ///
    /// @param booking the id that it will have
    record Booking(BookingId booking, Aim aim, Wishes wishes, Pick pick, Stage stage) implements Flow {

        public Booking at(Stage other) {
            return new Booking(booking, aim, wishes, pick, other);
        }

        public Booking picking(Pick other) {
            return new Booking(booking, aim, wishes, other, stage);
        }

        public Booking wishing(Wishes others) {
            return new Booking(booking, aim, others, pick, stage);
        }
    }

    /// Which of their bookings is to be moved or cancelled?
    ///
    /// @param wishes where it is to be moved to, as far as that was said already
    record ChoosingBooking(List<OwnBooking> among, boolean toMove, Wishes wishes) implements Flow {

        public ChoosingBooking {
            among = List.copyOf(among);
        }
    }

    /// A booking is to be cancelled.
    record Cancelling(OwnBooking booking, Stage stage) implements Flow {}

    /// A quote is asked for.
    record Quote(LeadId lead, Draft draft, Asked asked) implements Flow {}

    /// What is known of a quote request.
    ///
    /// @param need in the customer's words, one piece after another
    /// @param detailed whether they have described it, or only named it
    /// @param suggestion the address that was probably meant, until they say so
    /// @param withoutEmail they have none, or will not give it
    /// @param photos their messages that carry one
    record Draft(
            List<String> need,
            boolean detailed,
            @Nullable String name,
            @Nullable String email,
            @Nullable String suggestion,
            boolean withoutEmail,
            @Nullable String phone,
            List<MessageId> photos) {

        public Draft {
            need = List.copyOf(need);
            photos = List.copyOf(photos);
        }
    }

    /// Whether another service is asked, and nothing is said until it has answered.
    default boolean isWaiting() {
        return switch (this) {
            case Booking booking -> booking.stage() instanceof Stage.Waiting;
            case Cancelling cancelling -> cancelling.stage() instanceof Stage.Waiting;
            case None _, ChoosingBooking _, Quote _ -> false;
        };
    }

    default boolean isRunning() {
        return !(this instanceof None);
    }
}
