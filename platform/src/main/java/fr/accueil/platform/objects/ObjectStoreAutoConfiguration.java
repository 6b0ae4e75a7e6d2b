package fr.accueil.platform.objects;

import fr.accueil.platform.Misconfigured;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.ClassUtils;

@AutoConfiguration
@EnableConfigurationProperties(ObjectStoreSettings.class)
public class ObjectStoreAutoConfiguration {

    private static final String CLIENT = "software.amazon.awssdk.services.s3.S3Client";

    /// Lazy: a service that keeps no file needs neither folder nor bucket.
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    ObjectStore objectStore(ObjectStoreSettings settings) {
        return settings.s3().meant() ? bucket(settings.s3().checked()) : new FileObjectStore(settings.folder());
    }

    private static ObjectStore bucket(ObjectStoreSettings.S3 settings) {
        if (!ClassUtils.isPresent(CLIENT, null)) {
            throw new Misconfigured(
                    "An S3 store for attachments is set, but this service was built without the S3 client.",
                    "Add software.amazon.awssdk:s3 and url-connection-client to it, or unset ACCUEIL_OBJECTS_S3_*.");
        }
        return new S3ObjectStore(settings);
    }
}
