package fr.accueil.simulator.demo;

import fr.accueil.simulator.ledger.Fact;
import fr.accueil.simulator.ledger.Fold;
import fr.accueil.simulator.ledger.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The businesses and customers that the demo file names, and the accounts that were opened since.
@Component
public class Businesses implements Fold {

    private final List<Business> businesses;
    private final List<Customer> customers;

    Businesses(DemoSettings settings, JsonMapper json) {
        var demo = read(Objects.requireNonNull(settings.file()), json);
        this.businesses = new CopyOnWriteArrayList<>(
                demo.workspaces().stream().map(DemoFile.Workspace::toBusiness).toList());
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

    @Override
    public void apply(Line line) {
        switch (line.data()) {
            case Fact.AccountOpened(var name, var address, var accountSid, var authToken) ->
                businesses.add(Business.opened(name, address, accountSid, authToken));
            case Fact.WebhookEntered(var address, var url, var method) ->
                businesses.replaceAll(
                        it -> it.address().equals(address) ? it.with(new Business.Webhook(url, method)) : it);
            default -> {
                // The rest is not about businesses.
            }
        }
    }

    public List<Business> all() {
        return List.copyOf(businesses);
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
