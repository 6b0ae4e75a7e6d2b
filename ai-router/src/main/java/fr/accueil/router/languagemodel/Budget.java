package fr.accueil.router.languagemodel;

import fr.accueil.events.TenantId;
import java.time.YearMonth;
import reactor.core.publisher.Mono;

/// What a business's model calls may cost in a month. A call is reserved before it is made, at the most that it can
/// cost,
/// so that many at once cannot overdraw; afterwards the reservation is set right.
interface Budget {

    /// @param microEuros what the call costs at most
    /// @return false when it is not in the budget any more
    Mono<Boolean> reserve(TenantId tenant, YearMonth month, long microEuros);

    /// @param difference between what it cost and what was reserved, in millionths of a euro
    Mono<Void> settle(TenantId tenant, YearMonth month, long inputTokens, long outputTokens, long difference);
}
