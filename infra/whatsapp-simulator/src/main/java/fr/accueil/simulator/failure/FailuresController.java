package fr.accueil.simulator.failure;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Switches failures on and off.
@RestController
@RequestMapping("/simulator/failures")
class FailuresController {

    private final Failures failures;
    private final JsonMapper json;

    FailuresController(Failures failures, JsonMapper json) {
        this.failures = failures;
        this.json = json;
    }

    @GetMapping
    List<Failure> list() {
        return failures.all();
    }

    /// Takes one failure, or an array of them.
    @PutMapping
    List<Failure> put(@RequestBody List<@Valid Failure> wanted) {
        wanted.forEach(failures::put);
        return failures.all();
    }

    @DeleteMapping
    List<Failure> clear(@RequestParam(required = false) @Nullable String mode) {
        if (mode == null) {
            failures.clear();
        } else {
            failures.clear(json.convertValue(mode, Mode.class));
        }
        return failures.all();
    }
}
