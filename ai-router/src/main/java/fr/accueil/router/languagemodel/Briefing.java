package fr.accueil.router.languagemodel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All that the model is given for one turn.
///
/// @param turn as text, the customer's words marked as such
record Briefing(List<Source> sources, String turn) {

    Briefing {
        sources = List.copyOf(sources);
    }

    /// Empty for what was never given: a model that cites it has made it up.
    Optional<Source> source(String handle) {
        var cited = handle.strip().toUpperCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return sources.stream().filter(it -> it.handle().equals(cited)).findFirst();
    }
}
