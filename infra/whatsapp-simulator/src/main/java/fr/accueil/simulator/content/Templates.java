package fr.accueil.simulator.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import fr.accueil.simulator.demo.Business;
import fr.accueil.simulator.demo.Businesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The templates of every account: the same few, each in the account's own name and with a sid that stays.
@Component
public class Templates {

    private static final String FILE = "templates.json";

    private final Map<String, List<Template>> ofAccount;

    Templates(Businesses businesses, JsonMapper json) {
        var drafts = read(json);
        this.ofAccount = businesses.all().stream()
                .collect(toUnmodifiableMap(
                        Business::accountSid,
                        business ->
                                drafts.stream().map(draft -> draft.of(business)).toList(),
                        (first, _) -> first));
    }

    private static List<Draft> read(JsonMapper json) {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return json.readValue(file, new TypeReference<List<Draft>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    public List<Template> ofAccount(String accountSid) {
        return ofAccount.getOrDefault(accountSid, List.of());
    }

    public Optional<Template> find(String accountSid, String sid) {
        return ofAccount(accountSid).stream()
                .filter(template -> template.sid().equals(sid))
                .findFirst();
    }

    /// As it stands in the file; `{business}` is the name of who sends it.
    private record Draft(
            String name,
            String language,
            String category,
            String approval,
            @Nullable String rejectionReason,
            Map<String, String> variables,
            Map<String, Map<String, Object>> types) {

        Template of(Business business) {
            return new Template(
                    sid(business),
                    business.accountSid(),
                    name,
                    language,
                    category,
                    approval,
                    rejectionReason,
                    variables,
                    signed(business.name()));
        }

        private String sid(Business business) {
            var same = UUID.nameUUIDFromBytes((business.accountSid() + "/" + name).getBytes(UTF_8));
            return "HX" + same.toString().replace("-", "");
        }

        private Map<String, Map<String, Object>> signed(String business) {
            var signed = new LinkedHashMap<String, Map<String, Object>>();
            types.forEach((type, content) -> {
                var copy = new LinkedHashMap<>(content);
                copy.computeIfPresent("body", (_, body) -> String.valueOf(body).replace("{business}", business));
                signed.put(type, copy);
            });
            return signed;
        }
    }
}
