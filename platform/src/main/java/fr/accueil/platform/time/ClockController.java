package fr.accueil.platform.time;

import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Moves this process's clock; local profile only.
@RestController
class ClockController {

    private final AdjustableClock clock;

    ClockController(AdjustableClock clock) {
        this.clock = clock;
    }

    @GetMapping("/internal/clock")
    ClockView show() {
        return new ClockView(clock.offset(), clock.instant());
    }

    @PostMapping("/internal/clock")
    ClockView move(@RequestBody MoveClockRequest request) {
        clock.setOffset(request.offset());
        return show();
    }

    record MoveClockRequest(Duration offset) {}

    record ClockView(Duration offset, Instant now) {}
}
