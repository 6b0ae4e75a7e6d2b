package fr.accueil.simulator.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The businesses and customers that the demo file names. Read once, at start.
@Component
public class Businesses {

    private final List<Business> businesses;
    private final List<Customer> customers;

    Businesses(DemoSettings settings, JsonMapper json) {
        var demo = read(Objects.requireNonNull(settings.file()), json);
        this.businesses =
                demo.workspaces().stream().map(DemoFile.Workspace::toBusiness).toList();
        this.customers = List.copyOf(demo.customers());
    }

    private static DemoFile read(Path file, JsonMapper json) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("ACCUEIL_DEMO_FILE names " + file + ", which cannot be read");
        }
        return json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(file.toFile(), DemoFile.class);
    }

    public List<Business> all() {
        return businesses;
    }

    public List<Customer> customers() {
        return customers;
    }

    public Optional<Business> at(String address) {
        return businesses.stream()
                .filter(business -> business.address().equals(address))
                .findFirst();
    }

    /// One account may have several numbers; all share its token.
    public List<Business> ofAccount(String accountSid) {
        return businesses.stream()
                .filter(business -> business.accountSid().equals(accountSid))
                .toList();
    }
}
