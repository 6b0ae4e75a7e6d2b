package fr.accueil.simulator.inbound;

import fr.accueil.simulator.ledger.LedgerSettings;
import fr.accueil.simulator.world.Sids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/// The bytes of what phones sent: one file each, named by its media sid.
@Component
public class MediaStore {

    private final Path folder;

    MediaStore(LedgerSettings settings) {
        this.folder = settings.folder().resolve("media");
    }

    String save(byte[] bytes) {
        var sid = Sids.media();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(sid), bytes);
            return sid;
        } catch (IOException e) {
            throw new UncheckedIOException("Media cannot be stored", e);
        }
    }

    /// @param sid one that a message carries: never text from outside
    public Resource find(String sid) {
        return new FileSystemResource(folder.resolve(sid));
    }
}
