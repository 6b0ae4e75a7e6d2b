package fr.accueil.simulator.ledger;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Reads the ledger from outside: tests count here what phones received and what was asked.
@RestController
class LedgerController {

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(path = "/simulator/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> read(
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(10_000) int limit) {
        return Mono.fromCallable(() -> ledger.read(after, kind, limit))
                .subscribeOn(Schedulers.boundedElastic())
                .map(LedgerController::toJson);
    }

    /// The lines are JSON already.
    private static String toJson(Ledger.Page page) {
        return "{\"items\":[" + String.join(",", page.lines()) + "],\"next\":" + page.next() + "}";
    }
}
