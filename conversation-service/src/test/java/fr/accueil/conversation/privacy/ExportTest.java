package fr.accueil.conversation.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.Correspondence;
import fr.accueil.conversation.Received;
import fr.accueil.conversation.Salon;
import fr.accueil.conversation.ServiceTest;
import fr.accueil.events.AssistantEvent.LeadCaptured;
import fr.accueil.events.ChangeEvent.AttachmentState;
import fr.accueil.events.ChangeEvent.LeadRecorded;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.Ids;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.platform.objects.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/// All that is held on a customer, in one file that they can read and a machine too.
class ExportTest extends ServiceTest {

    @Autowired
    ObjectStore objects;

    @TempDir
    Path folder;

    @Test
    void an_export_has_the_data_a_readable_page_and_the_files() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Ma peau réagit au monoï");
        marie.isAnswered("Bien noté.");
        aPhoto(salon, marie);
        marie.tell(
                Topic.ASSISTANT,
                new LeadCaptured(
                        LeadId.of(Ids.next()), marie.id(), "Marie", "marie@exemple.fr", null, "Un soin", List.of()));
        events.await(
                Topic.CHANGES,
                LeadRecorded.class,
                it -> it.lead().conversation().equals(marie.id()));

        var archive = export(salon, marie);

        assertThat(archive).containsOnlyKeys("donnees.json", "lisez-moi.html", "pieces-jointes/001-Ma_coupe.jpg");
        assertThat(archive.get("pieces-jointes/001-Ma_coupe.jpg")).isEqualTo("jpeg");
        var json = Wire.json().readTree(archive.get("donnees.json"));
        assertThat(json.path("business").asString()).isEqualTo(salon.tenant().name());
        assertThat(json.path("contacts").path(0).path("phone").asString()).isEqualTo("+33639980012");
        assertThat(json.path("messages").size()).isEqualTo(3);
        assertThat(json.path("leads").path(0).path("email").asString()).isEqualTo("marie@exemple.fr");
        assertThat(archive.get("lisez-moi.html"))
                .contains("<html lang=\"fr\">", "Ma peau réagit au monoï", "marie@exemple.fr", "Vos données chez")
                .contains("<a href=\"pieces-jointes/001-Ma_coupe.jpg\">")
                .doesNotContain("http://", "https://");
    }

    @Test
    void nothing_that_people_wrote_can_run_in_the_page() throws IOException {
        var salon = aSalon();
        var marie = salon.thread("<script>alert(1)</script>", "+33639980055");
        marie.says("</div><img src=x onerror=\"alert('é')\">");

        var page = export(salon, marie).get("lisez-moi.html");

        assertThat(page)
                .doesNotContain("<script", "<img")
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "&lt;img src=x onerror=&quot;alert(&#39;é&#39;)&quot;&gt;");
    }

    @Test
    void it_holds_nobody_elses_data() throws IOException {
        var salon = aSalon();
        var marie = salon.marie();
        marie.says("Bonjour");
        salon.thread("Karim B.", "+33639980034").says("Un secret de Karim");

        assertThat(export(salon, marie).values()).noneMatch(it -> it.contains("Karim"));
    }

    private void aPhoto(Salon salon, Correspondence marie) throws IOException {
        var key = salon.id() + "/" + Ids.next();
        objects.put(key, Files.write(folder.resolve("photo"), "jpeg".getBytes(UTF_8)), "image/jpeg")
                .block(PATIENCE);
        var photo = marie.sends(Received.of(MessageKind.IMAGE).medium("image/jpeg"));
        marie.tell(Topic.DELIVERY, new MediaFetched(photo.id(), marie.id(), 0, key, "image/jpeg", 4, "Ma coupe.jpg"));
        marie.awaitMessage(
                it -> it.id().equals(photo.id()) && it.attachments().getFirst().state() == AttachmentState.READY);
    }

    private static Map<String, String> export(Salon salon, Correspondence of) throws IOException {
        var bytes = Objects.requireNonNull(salon.asSophie(HttpMethod.GET, "/api/customers/{id}/export", of.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }
}
