package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.ingest.twilio.Businesses.Business;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whose token opens what: one's own account, a shared one, one that is being rotated, a stranger's.
@IngestTest
class OriginsTest {

    private static final String OLD = "old0old0old0old0old0old0old0old0";
    private static final String NEW = "new0new0new0new0new0new0new0new0";

    private final Caller twilio;
    private final Businesses businesses;
    private final MeterRegistry meters;

    OriginsTest(@LocalServerPort int port, @Autowired Businesses businesses, @Autowired MeterRegistry meters) {
        this.twilio = new Caller(port);
        this.businesses = businesses;
        this.meters = meters;
    }

    @Test
    void two_tokens_are_right_while_the_token_is_rotated_and_one_afterwards() {
        var duval = Business.of("whatsapp:+33199000101", "AC101");
        businesses.save(duval, null, NEW, OLD);

        assertThat(posts(duval, OLD).statusCode()).isEqualTo(200);
        assertThat(posts(duval, NEW).statusCode()).isEqualTo(200);

        businesses.save(duval, null, NEW);
        assertThat(posts(duval, OLD).statusCode()).isEqualTo(403);
        assertThat(posts(duval, NEW).statusCode()).isEqualTo(200);
    }

    @Test
    void businesses_that_share_an_account_are_told_apart_by_number() {
        var camelia = Business.of("whatsapp:+33199000102", "AC102");
        var duval = Business.of("whatsapp:+33199000103", "AC102");
        businesses.save(camelia, null, NEW);
        businesses.save(duval, null, NEW);

        assertThat(tenantOf(posts(camelia, NEW))).contains(camelia.tenant().toString());
        assertThat(tenantOf(posts(duval, NEW))).contains(duval.tenant().toString());
    }

    /// Whoever enters somebody else's account number with a token of their own gets to speak for themselves alone.
    @Test
    void one_business_cannot_sign_for_another_ones_number() {
        var camelia = Business.of("whatsapp:+33199000104", "AC104");
        var impostor = Business.of("whatsapp:+33199000105", "AC104");
        businesses.save(camelia, null, NEW);
        businesses.save(impostor, null, OLD);

        assertThat(posts(camelia, OLD).statusCode()).isEqualTo(403);
        assertThat(tenantOf(posts(camelia, NEW))).contains(camelia.tenant().toString());
    }

    @Test
    void a_number_of_another_account_is_not_reached_with_ones_own() {
        var camelia = Business.of("whatsapp:+33199000106", "AC106");
        var duval = Business.of("whatsapp:+33199000107", "AC107");
        businesses.save(camelia, null, NEW);
        businesses.save(duval, null, OLD);

        var answer = twilio.postsSignedWith(OLD, Caller.INBOUND, message(camelia.address(), "AC107", ""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(tenantOf(answer))
                .as("kept for an operator, in nobody's inbox")
                .isEmpty();
    }

    @Test
    void a_messaging_service_names_the_business_for_a_number_that_is_new_to_us() {
        var duval = Business.of("whatsapp:+33199000108", "AC108");
        businesses.save(duval, "MG108", NEW);

        var ofService = twilio.postsSignedWith(
                NEW, Caller.INBOUND, message("whatsapp:+33199000199", "AC108", "&MessagingServiceSid=MG108"));
        var ofAnother = twilio.postsSignedWith(
                NEW, Caller.INBOUND, message("whatsapp:+33199000199", "AC108", "&MessagingServiceSid=MG999"));

        assertThat(tenantOf(ofService)).contains(duval.tenant().toString());
        assertThat(tenantOf(ofAnother)).isEmpty();
    }

    @Test
    void a_status_of_a_messaging_service_finds_its_business_by_our_number_or_by_the_service() {
        var duval = Business.of("whatsapp:+33199000111", "AC111");
        businesses.save(duval, "MG111", NEW);

        assertThat(postsStatus(duval.address(), "MG111").statusCode()).isEqualTo(204);
        assertThat(postsStatus("MG111", "MG111").statusCode()).isEqualTo(204);
        assertThat(postsStatus("whatsapp:+33199000199", "MG999").statusCode())
                .as("kept for an operator")
                .isEqualTo(200);
    }

    private HttpResponse<String> postsStatus(String from, String service) {
        var body =
                "MessageSid=%s&MessageStatus=sent&To=whatsapp%%3A%%2B33639980012&From=%s&AccountSid=AC111&MessagingServiceSid=%s"
                        .formatted(Bodies.sid(), from.replace(":", "%3A").replace("+", "%2B"), service);
        return twilio.postsSignedWith(NEW, Caller.STATUS, body);
    }

    @Test
    void an_account_that_nobody_has_is_rejected_also_after_it_was_given_up() {
        var duval = Business.of("whatsapp:+33199000109", "AC109");
        var before = rejected("account_unknown");
        assertThat(posts(duval, NEW).statusCode()).isEqualTo(403);

        businesses.save(duval, null, NEW);
        assertThat(posts(duval, NEW).statusCode()).isEqualTo(200);

        businesses.delete(duval);
        assertThat(posts(duval, NEW).statusCode()).isEqualTo(403);
        assertThat(rejected("account_unknown")).isEqualTo(before + 2);
    }

    /// That is our fault: Twilio is asked to come again, not told that it lies.
    @Test
    void a_token_that_we_cannot_decrypt_proves_nothing() {
        var duval = Business.of("whatsapp:+33199000110", "AC110");
        businesses.saveUnreadable(duval);

        assertThat(posts(duval, NEW).statusCode()).isEqualTo(503);
        assertThat(rejected("secrets_unreadable")).isPositive();
    }

    private HttpResponse<String> posts(Business business, String token) {
        return twilio.postsSignedWith(token, Caller.INBOUND, message(business.address(), business.account(), ""));
    }

    private double rejected(String reason) {
        return meters.get("accueil.webhooks.rejected")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static Optional<String> tenantOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Accueil-Tenant");
    }

    private static String message(String to, String account, String more) {
        return "MessageSid=SM1&Body=Bonjour&From=whatsapp%%3A%%2B33639980012&To=%s&AccountSid=%s%s"
                .formatted(to.replace(":", "%3A").replace("+", "%2B"), account, more);
    }
}
