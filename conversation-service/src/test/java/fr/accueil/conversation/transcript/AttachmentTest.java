package fr.accueil.conversation.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Received;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.ChangeEvent.AttachmentState;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MediaProblem;
import fr.accueil.events.DeliveryEvent.MediaUnavailable;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.platform.objects.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class AttachmentTest extends ServiceTest {

    private static final String BYTES = "\u00ff not really \u0000 a photo <script>alert(1)</script>";

    @Autowired
    ObjectStore objects;

    @TempDir
    Path folder;

    @Test
    void a_photo_is_given_to_who_may_see_it_and_nothing_in_it_may_run() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        var photo = aMedium(salon, marie, "image/jpeg", "Ma coupe d'été.jpg");

        get(salon, marie, photo, 0)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_JPEG)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "sandbox; default-src 'none'")
                .expectHeader()
                .valueEquals("Cache-Control", "private")
                .expectHeader()
                .valueEquals(
                        "Content-Disposition",
                        "inline; filename=\"Ma coupe d'_t_.jpg\"; filename*=UTF-8''Ma%20coupe%20d%27%C3%A9t%C3%A9.jpg")
                .expectBody(byte[].class)
                .value(it -> assertThat(it).isEqualTo(BYTES.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, true",
        "audio/ogg; codecs=opus, true",
        "video/mp4, true",
        "application/pdf, true",
        "text/html, false",
        "image/svg+xml, false",
        "text/vcard, false",
        "application/xhtml+xml, false",
        "video/../../html, false",
        "nonsense, false"
    })
    void only_what_cannot_run_is_shown_in_place_and_all_else_is_only_saved(String type, boolean inline)
            throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        var medium = aMedium(salon, marie, type, null);

        var headers = get(salon, marie, medium, 0)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders();

        assertThat(headers.getFirst("Content-Disposition")).startsWith(inline ? "inline; " : "attachment; ");
        assertThat(headers.getFirst("Content-Disposition")).contains("piece-jointe-1");
        if (!inline) {
            assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..\\..\\windows\\system32\\a.dll",
                "a\r\nSet-Cookie: x=1",
                "a\"; filename=\"evil.html",
                "\u202Egpj.exe",
                "....",
                "/",
                "\u0000",
                "a%0d%0ab;c"
            })
    void no_name_of_a_file_leads_anywhere(String name) throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        var medium = aMedium(salon, marie, "application/pdf", name);

        var headers = get(salon, marie, medium, 0)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders();

        assertThat(headers.get("Content-Disposition")).singleElement().satisfies(it -> {
            assertThat(it)
                    .matches(
                            "inline; filename=\"[^\"\\\\/\\p{Cntrl}]+\\.pdf\"; filename\\*=UTF-8''[^\"\\\\/; ]+\\.pdf");
            assertThat(it)
                    .doesNotContain("..")
                    .doesNotContain("%2F")
                    .doesNotContain("%0")
                    .doesNotContain("%E2%80%AE");
        });
        assertThat(headers.containsHeader("Set-Cookie")).isFalse();
    }

    @Test
    void what_is_not_there_yet_or_cannot_be_had_says_so_in_french() {
        var salon = aSalon();
        var marie = salon.marie();
        var photo =
                marie.sends(Received.of(MessageKind.IMAGE).medium("image/jpeg").medium("image/png"));
        marie.tell(
                Topic.DELIVERY,
                new MediaUnavailable(photo.id(), marie.id(), 1, MediaProblem.GONE, "WhatsApp ne l'a plus."));
        marie.awaitMessage(it -> it.id().equals(photo.id()) && it.version() == 2);

        problem(get(salon, marie, photo, 0), "Pièce jointe en cours");
        problem(get(salon, marie, photo, 1), "Pièce jointe indisponible");
        problem(get(salon, marie, photo, 2), "Pièce jointe introuvable");
        problem(get(salon, marie, photo, -1), "Pièce jointe introuvable");
    }

    @Test
    void a_key_of_another_business_or_of_no_object_opens_nothing() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        var neighbour = aSalon();
        var theirs = neighbour.id() + "/" + Ids.next();
        keep(theirs);

        for (var key : new String[] {theirs, salon.id() + "/../" + theirs, salon.id() + "/gone", "/etc/passwd"}) {
            var message = marie.sends(Received.of(MessageKind.IMAGE).medium("image/jpeg"));
            fetched(marie, message, key, "image/jpeg", null);
            problem(get(salon, marie, message, 0), "Pièce jointe introuvable");
        }
    }

    @Test
    void neither_another_business_nor_another_conversation_leads_to_it() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        var photo = aMedium(salon, marie, "image/jpeg", null);
        var karim = salon.thread("Karim B.", "+33639980034");
        karim.says("Bonsoir");
        var neighbour = aSalon();
        neighbour.marie().says("Bonjour");

        problem(get(salon, karim, photo, 0), "Pièce jointe introuvable");
        problem(get(neighbour, marie, photo, 0), "Pièce jointe introuvable");
        problem(get(neighbour, neighbour.marie(), photo, 0), "Pièce jointe introuvable");
    }

    private Message aMedium(Salon salon, Correspondence thread, String type, @Nullable String name) throws IOException {
        var key = salon.id() + "/" + Ids.next();
        keep(key);
        var message = thread.sends(Received.of(MessageKind.IMAGE).medium("image/jpeg"));
        return fetched(thread, message, key, type, name);
    }

    private static Message fetched(
            Correspondence thread, Message message, String key, String type, @Nullable String name) {
        thread.tell(Topic.DELIVERY, new MediaFetched(message.id(), thread.id(), 0, key, type, 10, name));
        return thread.awaitMessage(it ->
                it.id().equals(message.id()) && it.attachments().getFirst().state() == AttachmentState.READY);
    }

    private void keep(String key) throws IOException {
        var file = Files.writeString(folder.resolve("medium"), BYTES);
        objects.put(key, file, "image/jpeg").block(PATIENCE);
    }

    private static ResponseSpec get(Salon salon, Correspondence thread, Message message, int index) {
        return salon.asSophie(
                        HttpMethod.GET,
                        "/api/conversations/{id}/messages/{message}/attachments/{index}",
                        thread.id(),
                        message.id(),
                        index)
                .exchange();
    }

    private static void problem(ResponseSpec response, String title) {
        response.expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo(title)
                .jsonPath("$.detail")
                .isNotEmpty();
    }
}
