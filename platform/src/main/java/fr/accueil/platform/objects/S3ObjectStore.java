package fr.accueil.platform.objects;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket. The client blocks, so each call has a thread of its own; the light HTTP client of the JDK suffices for a
/// few files a second and spares every service a second Netty.
final class S3ObjectStore implements ObjectStore, AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final int BUFFER = 16 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(15);
    private static final Duration CALL = Duration.ofSeconds(60);

    private final S3Client client;
    private final String bucket;

    S3ObjectStore(ObjectStoreSettings.S3 settings) {
        this.bucket = settings.bucket();
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ)
                        .build())
                .overrideConfiguration(it -> it.apiCallTimeout(CALL))
                // Not every server that speaks S3 knows Amazon's newer checksums, nor buckets as host names.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        settings.address().ifPresent(it -> builder.endpointOverride(it).forcePathStyle(true));
        this.client = builder.build();
    }

    @Override
    public Mono<Void> put(String key, Path file, String contentType) {
        return request(() -> client.putObject(
                        it -> it.bucket(bucket).key(ObjectKeys.checked(key)).contentType(contentType),
                        RequestBody.fromFile(file)))
                .then();
    }

    @Override
    public Mono<StoredObject> find(String key) {
        return request(() -> client.headObject(it -> it.bucket(bucket).key(ObjectKeys.checked(key))))
                .onErrorResume(S3Exception.class, S3ObjectStore::emptyIfNotFound)
                .map(it -> new StoredObject(it.contentLength(), it.contentType(), content(key)));
    }

    @Override
    public Mono<Void> delete(String key) {
        return request(() -> client.deleteObject(it -> it.bucket(bucket).key(ObjectKeys.checked(key))))
                .then();
    }

    @Override
    public void close() {
        client.close();
    }

    private Flux<DataBuffer> content(String key) {
        return DataBufferUtils.readInputStream(
                        () -> client.getObject(it -> it.bucket(bucket).key(key)),
                        DefaultDataBufferFactory.sharedInstance,
                        BUFFER)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static <T> Mono<T> emptyIfNotFound(S3Exception e) {
        return e.statusCode() == NOT_FOUND ? Mono.empty() : Mono.error(e);
    }

    private static <T> Mono<T> request(Supplier<T> call) {
        return Mono.fromSupplier(call).subscribeOn(Schedulers.boundedElastic());
    }
}
