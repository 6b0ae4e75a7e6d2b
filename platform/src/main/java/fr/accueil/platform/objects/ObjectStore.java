package fr.accueil.platform.objects;

import java.nio.file.Path;
import reactor.core.publisher.Mono;

/// Where files are kept: a folder, or anything that speaks S3. A key is `tenant/…`: the tenant's UUID, then names of
/// letters, digits, `_`, `.` and `-`. Any other key is an [IllegalArgumentException] (as an error), whatever the store.
///
/// A reader sees a whole object or none. Putting the same key again replaces it.
public interface ObjectStore {

    /// Keeps a copy of the file; once this ends, the copy survives a crash.
    Mono<Void> put(String key, Path file, String contentType);

    /// Empty when there is none.
    Mono<StoredObject> find(String key);

    /// Also when there is none.
    Mono<Void> delete(String key);
}
