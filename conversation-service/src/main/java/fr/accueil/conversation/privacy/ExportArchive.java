package fr.accueil.conversation.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.accueil.events.Wire;
import fr.accueil.platform.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// An export as one file: the data for machines, the page for people, and the files themselves. Made in a
/// folder of its own, which goes when it was sent.
@Component
class ExportArchive {

    private static final int BUFFER = 16 * 1024;

    private final ObjectStore objects;

    ExportArchive(ObjectStore objects) {
        this.objects = objects;
    }

    Flux<DataBuffer> write(CustomerExport export) {
        return Flux.usingWhen(
                onDisk(() -> Files.createTempDirectory("accueil-export-")),
                folder -> fetchAll(export, folder)
                        .flatMap(fetched -> onDisk(() -> zip(export, fetched, folder)))
                        .flatMapMany(it -> DataBufferUtils.read(it, DefaultDataBufferFactory.sharedInstance, BUFFER)),
                ExportArchive::delete);
    }

    /// What the store has lost is left out; its row says that it was there.
    private Mono<List<Fetched>> fetchAll(CustomerExport export, Path folder) {
        return Flux.fromIterable(export.files())
                .concatMap(file -> {
                    var path = folder.resolve(file.name().replace('/', '-'));
                    return objects.find(file.key())
                            .flatMap(it -> DataBufferUtils.write(it.content(), path)
                                    .thenReturn(new Fetched(file.name(), path)));
                })
                .collectList();
    }

    private static Path zip(CustomerExport export, List<Fetched> fetched, Path folder) throws IOException {
        var archive = folder.resolve("export.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive), UTF_8)) {
            add(
                    zip,
                    "donnees.json",
                    Wire.json().writerWithDefaultPrettyPrinter().writeValueAsBytes(told(export)));
            add(zip, "lisez-moi.html", ReadableExport.of(export).getBytes(UTF_8));
            for (var it : fetched) {
                zip.putNextEntry(new ZipEntry(it.name()));
                Files.copy(it.path(), zip);
                zip.closeEntry();
            }
        }
        return archive;
    }

    private static Object told(CustomerExport export) {
        var all = new LinkedHashMap<String, Object>();
        all.put("business", export.business());
        all.put("exportedAt", export.at());
        all.putAll(export.holdings());
        return all;
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static Mono<Void> delete(Path folder) {
        return onDisk(() -> {
                    try (var left = Files.walk(folder)) {
                        for (var it : left.sorted(Comparator.reverseOrder()).toList()) {
                            Files.deleteIfExists(it);
                        }
                    }
                    return folder;
                })
                .then();
    }

    private static <T> Mono<T> onDisk(Callable<T> act) {
        return Mono.fromCallable(act).subscribeOn(Schedulers.boundedElastic());
    }

    private record Fetched(String name, Path path) {}
}
