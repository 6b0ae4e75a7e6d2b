package fr.accueil.platform.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.platform.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import software.amazon.awssdk.services.s3.S3Client;

class ObjectStoreSettingsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ObjectStoreAutoConfiguration.class));

    @Test
    void files_are_kept_in_a_folder_unless_a_bucket_is_named() {
        service.withPropertyValues("accueil.objects.folder=" + temporary.resolve("new/objects"))
                .run(it -> assertThat(it.getBean(ObjectStore.class)).isInstanceOf(FileObjectStore.class));
        service.withPropertyValues(
                        "accueil.objects.s3.bucket=attachments",
                        "accueil.objects.s3.access-key=a",
                        "accueil.objects.s3.secret-key=s")
                .run(it -> assertThat(it.getBean(ObjectStore.class)).isInstanceOf(S3ObjectStore.class));
    }

    @Test
    void half_a_bucket_a_wrong_address_and_a_missing_client_are_said_in_one_sentence() {
        var named = service.withPropertyValues(
                "accueil.objects.s3.bucket=attachments",
                "accueil.objects.s3.access-key=a",
                "accueil.objects.s3.secret-key=s");

        refuses(service.withPropertyValues("accueil.objects.s3.bucket=attachments"), "only in part");
        refuses(named.withPropertyValues("accueil.objects.s3.endpoint=storage:9000"), "address");
        refuses(named.withClassLoader(new FilteredClassLoader(S3Client.class)), "without the S3 client");
    }

    @Test
    void a_folder_that_cannot_be_used_is_said_in_one_sentence() throws IOException {
        var file = Files.writeString(temporary.resolve("a-file"), "");

        refuses(service.withPropertyValues("accueil.objects.folder=" + file.resolve("objects")), "cannot be used");
    }

    @Test
    void the_secret_is_not_in_what_is_logged() {
        assertThat(new ObjectStoreSettings.S3("", "eu-west-3", "b", "key", "hush").toString())
                .doesNotContain("hush");
    }

    private static void refuses(ApplicationContextRunner service, String words) {
        service.run(it -> assertThatThrownBy(() -> it.getBean(ObjectStore.class))
                .cause()
                .cause()
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(words));
    }
}
