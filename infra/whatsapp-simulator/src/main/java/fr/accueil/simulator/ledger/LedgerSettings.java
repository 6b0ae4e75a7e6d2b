package fr.accueil.simulator.ledger;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param home where the local stack keeps its data; ours is the folder `simulator` in it
@Validated
@ConfigurationProperties("simulator.ledger")
public record LedgerSettings(
        @DefaultValue(".local") @NotNull Path home) {

    public Path folder() {
        return home.resolve("simulator");
    }
}
