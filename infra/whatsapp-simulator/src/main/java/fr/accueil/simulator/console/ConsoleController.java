package fr.accueil.simulator.console;

import fr.accueil.simulator.demo.Business;
import fr.accueil.simulator.demo.Businesses;
import fr.accueil.simulator.ledger.Fact.AccountOpened;
import fr.accueil.simulator.ledger.Fact.WebhookEntered;
import fr.accueil.simulator.ledger.Ledger;
import fr.accueil.simulator.world.Sids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Twilio's console, as far as a business needs it to be connected.
@RestController
@RequestMapping("/simulator/accounts")
class ConsoleController {

    private static final long FIRST_NUMBER = 33_199_009_100L;

    private final Businesses businesses;
    private final Ledger ledger;

    ConsoleController(Businesses businesses, Ledger ledger) {
        this.businesses = businesses;
        this.ledger = ledger;
    }

    /// Those that were opened here.
    @GetMapping
    List<Account> list() {
        return businesses.all().stream()
                .filter(Business::opened)
                .map(Account::of)
                .toList();
    }

    /// An account with one WhatsApp sender that is online and calls nobody yet.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    synchronized Account open(@Valid @RequestBody OpenRequest request) {
        var opened = new AccountOpened(request.name(), nextAddress(), Sids.account(), Sids.token());
        ledger.append(opened);
        return load(opened.accountSid());
    }

    @PutMapping("/{accountSid}/webhook")
    Account enter(@PathVariable String accountSid, @Valid @RequestBody WebhookRequest request) {
        ledger.append(
                new WebhookEntered(load(accountSid).address(), request.url().strip(), "POST"));
        return load(accountSid);
    }

    private Account load(String accountSid) {
        return businesses.ofAccount(accountSid).stream()
                .filter(Business::opened)
                .findFirst()
                .map(Account::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No account " + accountSid));
    }

    private String nextAddress() {
        var number = FIRST_NUMBER;
        while (businesses.at("whatsapp:+" + number).isPresent()) {
            number++;
        }
        return "whatsapp:+" + number;
    }

    record OpenRequest(@NotBlank @Size(max = 60) String name) {}

    record WebhookRequest(
            @NotBlank @Size(max = 2000) @Pattern(regexp = "\\s*https?://\\S+\\s*")
            String url) {}

    /// What the console's front page shows, token and all.
    ///
    /// @param webhookUrl where Twilio calls when a message comes
    record Account(
            String name,
            String address,
            String accountSid,
            String authToken,
            @Nullable String webhookUrl) {

        static Account of(Business business) {
            var webhook = business.webhook();
            return new Account(
                    business.name(),
                    business.address(),
                    business.accountSid(),
                    business.authToken(),
                    webhook == null ? null : webhook.url());
        }
    }
}
