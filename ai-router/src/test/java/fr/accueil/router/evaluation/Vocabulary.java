package fr.accueil.router.evaluation;

import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowFacts;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Why;
import fr.accueil.router.understanding.Asked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The service's types in the words of a set.
final class Vocabulary {

    static final List<String> MOMENT = List.of("datetime", "date", "time");

    private Vocabulary() {}

    /// The set has no word for a cancellation or a move under way: they are about a booking.
    static String flow(Flow flow) {
        return FlowFacts.kind(flow)
                .map(kind -> switch (kind) {
                    case BOOKING, MOVE, CANCELLATION -> "booking";
                    case QUOTE -> "quote";
                })
                .orElse("none");
    }

    /// @param known what is stored already: proposed slots only ask for the rest
    static List<String> names(Asked asked, Map<String, String> known) {
        return switch (asked) {
            case SERVICE -> List.of("service");
            case DAY -> List.of("date");
            case HOUR -> List.of("time");
            case MOMENT -> MOMENT;
            case SLOT -> ofProposal(known);
            case PRACTITIONER -> List.of("practitioner");
            case NAME -> List.of("name");
            case EMAIL, EMAIL_MEANT -> List.of("email");
            case PHONE -> List.of("phone");
            case NEED -> List.of("need");
            case AGREEMENT -> List.of("confirm");
            case WHICH_BOOKING -> List.of("booking");
        };
    }

    private static List<String> ofProposal(Map<String, String> known) {
        boolean day = known.containsKey("date");
        boolean hour = known.containsKey("time");
        return day == hour ? MOMENT : List.of(day ? "time" : "date");
    }

    static List<String> asks(List<Content> contents, Flow flow, Map<String, String> known) {
        return contents.stream()
                .flatMap(content -> asked(content, flow))
                .flatMap(asked -> names(asked, known).stream())
                .distinct()
                .toList();
    }

    private static Stream<Asked> asked(Content content, Flow flow) {
        return switch (content) {
            case Content.AskedFor asked -> Stream.of(asked.slot());
            case Content.Proposed _ -> Stream.of(Asked.SLOT);
            case Content.ReadBack _, Content.AskedToCancel _ -> Stream.of(Asked.AGREEMENT);
            case Content.AskedWhich _ -> Stream.of(Asked.WHICH_BOOKING);
            case Content.EmailSuggested _ -> Stream.of(Asked.EMAIL_MEANT);
            case Content.Refused _, Content.NotCaught _, Content.AskedWhatToChange _ -> FlowFacts.asked(flow).stream();
            default -> Stream.empty();
        };
    }

    static Optional<String> rejects(Content content) {
        return switch (content) {
            case Content.EmailSuggested _ -> Optional.of("email");
            case Content.Refused(var why) -> rejects(why);
            default -> Optional.empty();
        };
    }

    private static Optional<String> rejects(Why why) {
        return switch (why) {
            case Why.BrokenEmail _ -> Optional.of("email");
            case Why.Past _, Why.TooSoon _ -> Optional.of("past");
            case Why.Closed _, Why.TooLong _, Why.Away _ -> Optional.of("closed");
            case Why.SlotTaken _, Why.NothingFree _ -> Optional.of("slot_taken");
            case Why.TooFar _, Why.NotTheirs _, Why.NotTogether _, Why.NotBooked _, Why.NoSuchTime _ ->
                Optional.empty();
        };
    }

    static List<String> faqs(List<Content> contents, House house) {
        return contents.stream()
                .flatMap(it -> it instanceof Content.FaqGiven given ? given.faqs().stream() : Stream.empty())
                .map(house::idOf)
                .distinct()
                .toList();
    }
}
