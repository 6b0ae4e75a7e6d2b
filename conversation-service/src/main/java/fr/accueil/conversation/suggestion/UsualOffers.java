package fr.accueil.conversation.suggestion;

import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What each trade usually offers, from `suggestions/….json`: files, so that who knows the trade can review them.
@Component
class UsualOffers {

    private final Map<Vertical, Suggestions> byTrade;

    UsualOffers() {
        this.byTrade = Arrays.stream(Vertical.values())
                .collect(Collectors.toMap(
                        Function.identity(), UsualOffers::read, (one, _) -> one, () -> new EnumMap<>(Vertical.class)));
    }

    Suggestions of(Vertical trade) {
        return Objects.requireNonNull(byTrade.get(trade));
    }

    private static Suggestions read(Vertical trade) {
        var file = new ClassPathResource(
                "suggestions/%s.json".formatted(trade.name().toLowerCase(Locale.ROOT)));
        try (var content = file.getInputStream()) {
            return Wire.json().readValue(content, Suggestions.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
