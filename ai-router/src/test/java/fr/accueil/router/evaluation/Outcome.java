package fr.accueil.router.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one turn came to, in the words of a set.
///
/// @param intent null where nothing was read
/// @param slots what is stored so far
/// @param underPerson a person had the thread when the message came
record Outcome(
        List<String> replies,
        @Nullable String intent,
        String flow,
        Map<String, String> slots,
        List<String> asks,
        List<String> rejects,
        List<String> events,
        List<String> faqs,
        boolean underPerson,
        double milliseconds) {

    Outcome {
        replies = List.copyOf(replies);
        slots = Map.copyOf(slots);
        asks = List.copyOf(asks);
        rejects = List.copyOf(rejects);
        events = List.copyOf(events);
        faqs = List.copyOf(faqs);
    }

    boolean silent() {
        return replies.isEmpty();
    }

    /// A reply that also takes up the running flow.
    boolean resumes() {
        return !silent() && !asks.isEmpty() && !flow.equals("none") && !flow.equals("human");
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("replies", replies);
        map.put("intent", intent);
        map.put("flow", flow);
        map.put("slots", slots);
        map.put("asks", asks);
        map.put("rejects", rejects);
        map.put("events", events);
        map.put("faq", faqs.size() == 1 ? faqs.getFirst() : faqs.isEmpty() ? null : faqs);
        map.put("silent", silent());
        map.put("resumes", resumes());
        map.put("ms", Shares.rounded(milliseconds));
        return map;
    }
}
