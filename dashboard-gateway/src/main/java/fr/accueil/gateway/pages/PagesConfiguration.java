package fr.accueil.gateway.pages;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;

/// How the built React app is served. The name of a file below `assets` holds a hash of its content, so that it never
/// changes; all others are asked for again each time, by their ETag.
///
/// Never by date: in a jar that is built reproducibly all files have the same one, and browsers would keep an old page.
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebFluxConfigurer {

    private static final String FILES = "classpath:/static/dashboard/";

    private final ContentTag tag = new ContentTag();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(
                registry,
                "/dashboard/assets/**",
                FILES + "assets/",
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        serve(registry, "/dashboard/**", FILES, CacheControl.noCache());
    }

    private void serve(ResourceHandlerRegistry registry, String path, String files, CacheControl caching) {
        registry.addResourceHandler(path)
                .addResourceLocations(files)
                .setCacheControl(caching)
                .setUseLastModified(false)
                .setEtagGenerator(tag::of)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
    }
}
