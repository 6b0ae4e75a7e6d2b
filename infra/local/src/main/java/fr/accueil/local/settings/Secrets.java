package fr.accueil.local.settings;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Secrets that this stack made for itself, once: what is encrypted with them must stay readable.
///
/// @param secretKey a Tink AES256-GCM keyset, JSON in Base64
public record Secrets(String secretKey, String ownerPassword, String superuserPassword) {

    private static final String SECRET_KEY = "ACCUEIL_SECRET_KEY";

    /// @return what `secrets.env` in the folder says, which is completed first; a key in the environment wins
    public static Secrets of(Path folder, Variables variables) {
        var file = folder.resolve("secrets.env");
        var kept = new LinkedHashMap<>(DotEnv.read(file));
        var before = Map.copyOf(kept);
        var secrets = new Secrets(
                keep(kept, SECRET_KEY, Secrets::newKeyset),
                keep(kept, "POSTGRES_PASSWORD", Secrets::newPassword),
                keep(kept, "POSTGRES_SUPERUSER_PASSWORD", Secrets::newPassword));
        if (!kept.equals(before)) {
            write(file, kept);
        }
        return secrets.withKey(variables.getOr(SECRET_KEY, secrets.secretKey));
    }

    private Secrets withKey(String key) {
        return new Secrets(key, ownerPassword, superuserPassword);
    }

    private static String keep(Map<String, String> kept, String name, Supplier<String> make) {
        return kept.computeIfAbsent(name, _ -> make.get());
    }

    private static String newKeyset() {
        try {
            AeadConfig.register();
            return SecretKeyCommand.asText(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make an AES key", e);
        }
    }

    private static String newPassword() {
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void write(Path file, Map<String, String> secrets) {
        var text = secrets.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue() + "\n")
                .collect(Collectors.joining(
                        "", "# Made once for this stack. Delete only together with its data.\n", ""));
        var draft = file.resolveSibling("secrets.env.new");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.deleteIfExists(draft);
            try (var channel = FileChannel.open(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep secrets in " + file, e);
        }
    }
}
