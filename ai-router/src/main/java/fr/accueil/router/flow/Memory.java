package fr.accueil.router.flow;

import fr.accueil.events.BookingId;
import fr.accueil.events.FaqId;
import fr.accueil.router.understanding.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the assistant remembers of a customer's dialogue from one message to the next.
///
/// @param customer what they said of themselves, for their next booking or quote
/// @param language in which they were last answered; null at the beginning
/// @param misunderstood how often in a row it could make nothing of what they wrote
/// @param given the FAQs that they have had, the last one last
/// @param reassured whether they were told that nobody has come yet
/// @param reminded the booking that they were reminded of, until they say that they will come
public record Memory(
        Flow flow,
        KnownCustomer customer,
        @Nullable Language language,
        int misunderstood,
        List<FaqId> given,
        boolean reassured,
        @Nullable BookingId reminded) {

    public static final Memory EMPTY =
            new Memory(new Flow.None(), KnownCustomer.UNKNOWN, null, 0, List.of(), false, null);

    public Memory {
        given = List.copyOf(given);
    }

    /// @param phone in E.164
    public record KnownCustomer(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {

        public static final KnownCustomer UNKNOWN = new KnownCustomer(null, null, null);
    }

    public Memory with(Flow other) {
        return new Memory(other, customer, language, misunderstood, given, reassured, reminded);
    }

    public Memory knowing(KnownCustomer other) {
        return new Memory(flow, other, language, misunderstood, given, reassured, reminded);
    }

    public Memory misunderstood(int times) {
        return new Memory(flow, customer, language, times, given, reassured, reminded);
    }

    public Memory speaking(Language other) {
        return new Memory(flow, customer, other, misunderstood, given, reassured, reminded);
    }

    public Memory givenFaqs(List<FaqId> faqs) {
        return new Memory(flow, customer, language, misunderstood, faqs, reassured, reminded);
    }

    public Memory reassured(boolean told) {
        return new Memory(flow, customer, language, misunderstood, given, told, reminded);
    }

    public Memory reminded(@Nullable BookingId booking) {
        return new Memory(flow, customer, language, misunderstood, given, reassured, booking);
    }
}
