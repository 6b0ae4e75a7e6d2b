package fr.accueil.router.speech;

import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.understanding.Asked;
import fr.accueil.router.understanding.Phrasing;
import fr.accueil.router.understanding.Urgency;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that the assistant says.
public sealed interface Content {

    record Greeted() implements Content {}

    record Thanked() implements Content {}

    /// To an "ok" that asks for nothing.
    record Acknowledged() implements Content {}

    /// It did not understand, and says what it can do.
    record Unclear() implements Content {}

    /// It did not understand the answer to what it asked.
    record NotCaught() implements Content {}

    /// It cannot listen: the customer may write, or have someone call.
    record VoiceNote() implements Content {}

    record Sticker() implements Content {}

    /// It speaks French and English only.
    record OtherLanguage() implements Content {}

    /// @param again under another opening: the same was answered before
    /// @param phrasing null for the business's own words
    record FaqGiven(List<Faq> faqs, boolean again, @Nullable Phrasing phrasing) implements Content {

        public FaqGiven {
            faqs = List.copyOf(faqs);
        }

        public static FaqGiven of(Faq... faqs) {
            return new FaqGiven(List.of(faqs), false, null);
        }
    }

    /// No FAQ settles what was asked in the middle of a flow: the team will see it, and the flow goes on.
    record QuestionNoted() implements Content {}

    record PassedOn(Matter matter, Presence presence) implements Content {

        public PassedOn(Matter matter) {
            this(matter, new Presence.Soon());
        }
    }

    /// What to do until someone comes.
    record SafetyWords(Urgency urgency) implements Content {}

    /// Nobody has come yet, and the customer is not forgotten.
    record StillWaiting(Presence presence) implements Content {}

    /// Messages stop.
    record Stopped() implements Content {}

    /// Messages come again.
    record Resumed() implements Content {}

    /// @param options what may be answered, by name; none where anything may
    record AskedFor(Asked slot, List<String> options) implements Content {

        public AskedFor {
            options = List.copyOf(options);
        }

        public AskedFor(Asked slot) {
            this(slot, List.of());
        }
    }

    /// What was given is not taken, and asked for again.
    record Refused(Why why) implements Content {}

    /// Free slots, in order.
    record Proposed(List<ZonedDateTime> starts) implements Content {

        public Proposed {
            starts = List.copyOf(starts);
        }
    }

    /// All that is about to be booked, for the customer's agreement.
    ///
    /// @param instead the visit that it takes the place of; null when it is a new one
    record ReadBack(VisitTold visit, @Nullable VisitTold instead) implements Content {}

    /// The agreement was withheld: what is to be changed?
    record AskedWhatToChange() implements Content {}

    record BookingDone(VisitTold visit) implements Content {}

    record Moved(VisitTold visit) implements Content {}

    /// Whether this booking of theirs is really to be cancelled.
    record AskedToCancel(VisitTold visit) implements Content {}

    record Cancelled(VisitTold visit) implements Content {}

    /// It stays as it is.
    record Kept(VisitTold visit) implements Content {}

    /// Reminded of it, the customer will come.
    record Reconfirmed(VisitTold visit) implements Content {}

    /// Which of these bookings of theirs?
    record AskedWhich(List<VisitTold> visits) implements Content {

        public AskedWhich {
            visits = List.copyOf(visits);
        }
    }

    /// The customer gave it up.
    record Abandoned() implements Content {}

    /// @param suggestion the address that was probably meant
    record EmailSuggested(String suggestion) implements Content {}

    /// @param photos how many there are now
    record PhotoAttached(int photos) implements Content {}

    /// The quote request is complete.
    record LeadDone(
            String name, @Nullable String email, @Nullable String phone, int photos, Presence presence)
            implements Content {}
}
