package fr.accueil.platform.objects;

import fr.accueil.platform.Misconfigured;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where files are kept: in the bucket if one is named, else in the folder.
///
/// @param folder all instances of all services see the same one (ACCUEIL_OBJECTS_FOLDER)
@ConfigurationProperties("accueil.objects")
record ObjectStoreSettings(
        @DefaultValue(".local/objects") Path folder,
        @DefaultValue S3 s3) {

    /// @param endpoint empty: Amazon's own, in the region (ACCUEIL_OBJECTS_S3_ENDPOINT)
    /// @param bucket exists already (ACCUEIL_OBJECTS_S3_BUCKET)
    record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("eu-west-3") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {

        /// Whether anybody meant S3; half a setting is a mistake, not a folder.
        boolean meant() {
            return Stream.of(endpoint, bucket, accessKey, secretKey).anyMatch(it -> !it.isBlank());
        }

        /// @throws Misconfigured when something is missing
        S3 checked() {
            if (Stream.of(region, bucket, accessKey, secretKey).anyMatch(String::isBlank)) {
                throw new Misconfigured(
                        "The S3 store for attachments is set only in part.",
                        "Set ACCUEIL_OBJECTS_S3_BUCKET, _REGION, _ACCESS_KEY and _SECRET_KEY together, or none of them.");
            }
            try {
                address();
            } catch (IllegalArgumentException e) {
                throw new Misconfigured(
                        "The address of the S3 store for attachments is none.",
                        "Set ACCUEIL_OBJECTS_S3_ENDPOINT to http(s)://host:port, or leave it empty for Amazon's.",
                        e);
            }
            return this;
        }

        Optional<URI> address() {
            if (endpoint.isBlank()) {
                return Optional.empty();
            }
            var address = URI.create(endpoint.strip());
            if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme())
                    || address.getHost() == null) {
                throw new IllegalArgumentException("no http(s) address");
            }
            return Optional.of(address);
        }

        /// The secret stays out of logs.
        @Override
        public String toString() {
            return "S3[endpoint=%s, region=%s, bucket=%s]".formatted(endpoint, region, bucket);
        }
    }
}
