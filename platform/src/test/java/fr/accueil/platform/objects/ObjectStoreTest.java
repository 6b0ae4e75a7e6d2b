package fr.accueil.platform.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What holds for every store, against a folder and against a server that speaks S3 and checks signatures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectStoreTest {

    private static final String CAMELIA = "0190f5a0-0000-7000-8000-000000000001";
    private static final String PHOTO = CAMELIA + "/media/photo-1.jpg";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path temporary;

    private final List<AutoCloseable> open = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private S3Proxy server;

    @SuppressWarnings("NullAway.Init")
    private List<ObjectStore> stores;

    @BeforeAll
    void start() throws Exception {
        var blobs = ContextBuilder.newBuilder("transient").buildView(BlobStoreContext.class);
        open.add(blobs);
        server = S3Proxy.builder()
                .blobStore(blobs.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "accueil", "not-so-secret")
                .build();
        server.start();
        blobs.getBlobStore().createContainerInLocation(null, "attachments");
        var bucket = bucket("not-so-secret");
        stores = List.of(new FileObjectStore(temporary.resolve("objects")), bucket);
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
        for (var it : open) {
            it.close();
        }
    }

    Stream<ObjectStore> stores() {
        return stores.stream();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void what_was_put_is_found_as_it_was(ObjectStore store) throws IOException {
        var photo = new byte[3_000_000];
        new Random(7).nextBytes(photo);

        done(store.put(PHOTO, file(photo), "image/jpeg"));

        var found = found(store, PHOTO);
        assertThat(found.contentType()).isEqualTo("image/jpeg");
        assertThat(found.size()).isEqualTo(photo.length);
        assertThat(bytes(found)).isEqualTo(photo);
        assertThat(bytes(found)).as("read again").isEqualTo(photo);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void the_same_key_again_replaces_content_and_type(ObjectStore store) throws IOException {
        var key = CAMELIA + "/media/twice";
        done(store.put(key, file("first, and longer".getBytes(UTF_8)), "text/plain"));
        done(store.put(key, file("second".getBytes(UTF_8)), "text/vcard"));

        var found = found(store, key);

        assertThat(new String(bytes(found), UTF_8)).isEqualTo("second");
        assertThat(found.contentType()).isEqualTo("text/vcard");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void an_empty_file_is_an_object_too(ObjectStore store) throws IOException {
        var key = CAMELIA + "/media/empty";

        done(store.put(key, file(new byte[0]), "text/plain"));

        assertThat(found(store, key).size()).isZero();
        assertThat(bytes(found(store, key))).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("stores")
    void what_is_not_there_is_empty_and_what_is_deleted_is_gone(ObjectStore store) throws IOException {
        var key = CAMELIA + "/media/gone";
        store.find(key).as(StepVerifier::create).verifyComplete();
        done(store.delete(key));

        done(store.put(key, file(new byte[] {1}), "image/png"));
        done(store.delete(key));

        store.find(key).as(StepVerifier::create).verifyComplete();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @ValueSource(
            strings = {
                "",
                "photo.jpg",
                CAMELIA,
                CAMELIA + "/",
                CAMELIA + "/../other/photo",
                CAMELIA + "/a..b",
                CAMELIA + "/.hidden",
                CAMELIA + "//photo",
                CAMELIA + "/photo~type",
                CAMELIA + "/phöto",
                CAMELIA + "/photo\u0000.jpg",
                CAMELIA + "/photo jpg",
                CAMELIA + "\\photo",
                "/" + CAMELIA + "/photo",
                "../" + CAMELIA + "/photo",
                "media/" + CAMELIA + "/photo"
            })
    void a_key_never_leads_out_of_its_tenant(String key) throws IOException {
        var file = file(new byte[] {1});

        for (var store : stores) {
            for (var act : List.of(store.put(key, file, "image/png"), store.find(key), store.delete(key))) {
                act.as(StepVerifier::create).verifyError(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void half_a_file_is_in_nobodys_sight_and_is_cleared_away() throws IOException {
        var folder = temporary.resolve("crashed");
        var store = new FileObjectStore(folder);
        done(store.put(PHOTO, file(new byte[] {1}), "image/png"));
        try (var incoming = Files.list(folder.resolve(".incoming"))) {
            assertThat(incoming).isEmpty();
        }
        var left = Files.writeString(folder.resolve(".incoming/left"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        var underWay = Files.writeString(folder.resolve(".incoming/under-way"), "half");

        assertThat(found(new FileObjectStore(folder), PHOTO).size()).isEqualTo(1);

        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    @Test
    void a_wrong_secret_is_an_error_and_not_emptiness() throws Exception {
        var stranger = bucket("wrong");

        stranger.find(PHOTO).as(StepVerifier::create).verifyError(S3Exception.class);
        stranger.put(PHOTO, file(new byte[] {1}), "image/png")
                .as(StepVerifier::create)
                .verifyError(S3Exception.class);
    }

    private S3ObjectStore bucket(String secret) {
        var store = new S3ObjectStore(new ObjectStoreSettings.S3(
                "http://127.0.0.1:" + server.getPort(), "eu-west-3", "attachments", "accueil", secret));
        open.add(store);
        return store;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(temporary.resolve(UUID.randomUUID().toString()), content);
    }

    private static void done(Mono<Void> act) {
        act.as(StepVerifier::create).expectComplete().verify(PATIENCE);
    }

    private static StoredObject found(ObjectStore store, String key) {
        var found = store.find(key).block(PATIENCE);
        assertThat(found).isNotNull();
        return found;
    }

    private static byte[] bytes(StoredObject object) {
        var joined = DataBufferUtils.join(object.content()).block(PATIENCE);
        if (joined == null) {
            return new byte[0];
        }
        var bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }
}
