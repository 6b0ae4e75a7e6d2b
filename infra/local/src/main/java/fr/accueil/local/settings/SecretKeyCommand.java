package fr.accueil.local.settings;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/// `secret-key new | add | promote | drop`: the keyset that protects tenants' secrets, and its rotation in three steps,
/// each of which every service gets before the next. Reads the present one from ACCUEIL_SECRET_KEY, prints the next.
public final class SecretKeyCommand {

    private static final String USAGE = """
            secret-key new       a keyset of one key
            secret-key add       the present keyset (ACCUEIL_SECRET_KEY) with one key more, which opens and does not seal yet
            secret-key promote   the newest key seals; conversation-service then seals all tokens anew within a day
            secret-key drop      all but the sealing key are gone: only when nothing is sealed with them any more
            secret-key show      which keys there are, without the keys""";

    private final String present;
    private final PrintStream out;

    public SecretKeyCommand(String present, PrintStream out) {
        this.present = present;
        this.out = out;
    }

    /// @return the exit code
    public int run(List<String> arguments) {
        try {
            AeadConfig.register();
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "new" -> print(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
                case "add" ->
                    print(KeysetHandle.newBuilder(read())
                            .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                    .withRandomId())
                            .build());
                case "promote" -> print(promoted(read()));
                case "drop" -> print(alone(read()));
                case "show" -> show(read());
                default -> {
                    out.println(USAGE);
                    return 2;
                }
            }
            return 0;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WrongSetting("ACCUEIL_SECRET_KEY is no Tink AEAD keyset (JSON in Base64).", e);
        }
    }

    private static KeysetHandle promoted(KeysetHandle keyset) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(keyset.size() - 1).makePrimary();
        return builder.build();
    }

    private static KeysetHandle alone(KeysetHandle keyset) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(keyset);
        for (int i = keyset.size() - 1; i >= 0; i--) {
            if (!keyset.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        return builder.build();
    }

    private void show(KeysetHandle keyset) {
        IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .forEach(it -> out.println(
                        Integer.toUnsignedString(it.getId()) + (it.isPrimary() ? "  seals and opens" : "  opens")));
    }

    private KeysetHandle read() throws GeneralSecurityException {
        var json = new String(Base64.getDecoder().decode(present.strip()), StandardCharsets.UTF_8);
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    private void print(KeysetHandle keyset) throws GeneralSecurityException {
        out.println(asText(keyset));
    }

    static String asText(KeysetHandle keyset) throws GeneralSecurityException {
        var json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
