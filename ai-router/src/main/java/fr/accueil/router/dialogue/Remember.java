package fr.accueil.router.dialogue;

import fr.accueil.events.FaqId;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.FlowEvent.BookingAsked;
import fr.accueil.router.flow.FlowEvent.BookingReconfirmed;
import fr.accueil.router.flow.FlowEvent.BookingReminded;
import fr.accueil.router.flow.FlowEvent.CancellationAsked;
import fr.accueil.router.flow.FlowEvent.FlowAbandoned;
import fr.accueil.router.flow.FlowEvent.FlowMoved;
import fr.accueil.router.flow.FlowEvent.FlowStarted;
import fr.accueil.router.flow.FlowEvent.LeadCaptured;
import fr.accueil.router.flow.FlowEvent.QuestionLeftOpen;
import fr.accueil.router.flow.FlowEvent.SlotHoldAsked;
import fr.accueil.router.flow.FlowEvent.SlotReleased;
import fr.accueil.router.flow.Memory;
import fr.accueil.router.flow.Memory.KnownCustomer;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.speech.Content.NotCaught;
import fr.accueil.router.speech.Content.OtherLanguage;
import fr.accueil.router.speech.Content.Unclear;
import fr.accueil.router.speech.Content.VoiceNote;
import fr.accueil.router.speech.Said;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How what happens changes what the assistant remembers.
final class Remember {

    private static final int FAQS_KEPT = 20;

    private Remember() {}

    /// Who goes on under a business-scoped user id can still be called under the number they began with.
    static Memory heard(Memory memory, Heard message) {
        var phone = message.phone();
        var customer = memory.customer();
        return phone == null || phone.equals(customer.phone())
                ? memory
                : memory.knowing(new KnownCustomer(customer.name(), customer.email(), phone));
    }

    /// A person who leads ends what ran.
    static Memory lead(Memory memory, Lead lead) {
        return lead instanceof Lead.OthersLead ? handOver(memory) : memory;
    }

    static Memory handOver(Memory memory) {
        return memory.with(new Flow.None()).misunderstood(0).reassured(false);
    }

    static Memory said(Memory memory, Said said) {
        var lost = said.contents().stream().anyMatch(Remember::isLost);
        return memory.speaking(said.language())
                .misunderstood(lost ? memory.misunderstood() + 1 : 0)
                .givenFaqs(plus(memory.given(), said));
    }

    /// What the assistant says when it could make nothing of a message.
    private static boolean isLost(Content content) {
        return content instanceof Unclear
                || content instanceof NotCaught
                || content instanceof VoiceNote
                || content instanceof OtherLanguage;
    }

    private static List<FaqId> plus(List<FaqId> given, Said said) {
        var all = new ArrayList<>(given);
        for (var content : said.contents()) {
            if (content instanceof FaqGiven(var faqs, var _, var _)) {
                var ids = faqs.stream().map(Faq::id).toList();
                all.removeAll(ids);
                all.addAll(ids);
            }
        }
        return all.subList(Math.max(0, all.size() - FAQS_KEPT), all.size());
    }

    static Memory fact(Memory memory, FlowEvent fact) {
        return switch (fact) {
            case FlowMoved(var flow) -> memory.with(flow);
            case BookingAsked asked -> memory.knowing(known(memory.customer(), asked.name(), null, null));
            case LeadCaptured lead -> memory.knowing(known(memory.customer(), lead.name(), lead.email(), lead.phone()));
            case BookingReminded(var booking) -> memory.reminded(booking);
            case BookingReconfirmed _ -> memory.reminded(null);
            case FlowStarted _,
                    FlowAbandoned _,
                    SlotHoldAsked _,
                    SlotReleased _,
                    CancellationAsked _,
                    QuestionLeftOpen _ -> memory;
        };
    }

    private static KnownCustomer known(
            KnownCustomer before, String name, @Nullable String email, @Nullable String phone) {
        return new KnownCustomer(name, email == null ? before.email() : email, phone == null ? before.phone() : phone);
    }
}
