package fr.accueil.conversation.suggestion;

import fr.accueil.events.WorkspaceEvent.DayPeriods;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What businesses of a trade usually offer, and when they are open: a beginning, to be changed.
///
/// @param holidayRegion a constant of HolidayRegion in the agenda
/// @param week with its lunch break; a day that is not there is closed
public record Suggestions(String holidayRegion, List<DayPeriods> week, List<SuggestedOffer> services) {

    /// @param bufferMinutes to tidy up, or to drive on
    /// @param priceCents in euro cents, tax included; null where every business has its own
    /// @param priceFrom the price is the least that it may cost
    @Schema(name = "SuggestedOffer")
    public record SuggestedOffer(
            String name,
            List<String> synonyms,
            int durationMinutes,
            int bufferMinutes,
            @Nullable Integer priceCents,
            boolean priceFrom) {}
}
