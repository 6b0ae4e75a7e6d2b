package fr.accueil.platform.testing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/// What [WithInfrastructure] gives for injection.
@TestConfiguration(proxyBeanMethods = false)
class TestBeans {

    @Bean(destroyMethod = "close")
    Events events() {
        return new Events(Infrastructure.kafka());
    }

    @Bean
    Tokens tokens() {
        return new Tokens();
    }

    @Bean
    @Lazy
    RowLevelSecurity rowLevelSecurity(@Value("${POSTGRES_URL:}") String url) {
        return new RowLevelSecurity("jdbc:" + url);
    }
}
