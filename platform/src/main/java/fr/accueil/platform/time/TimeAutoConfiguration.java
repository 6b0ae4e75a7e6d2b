package fr.accueil.platform.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@AutoConfiguration
public class TimeAutoConfiguration {

    @Bean
    @Profile("!local")
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// In production neither this bean nor its address exists.
    @Configuration(proxyBeanMethods = false)
    @Profile("local")
    static class Local {

        @Bean
        @ConditionalOnMissingBean(Clock.class)
        AdjustableClock adjustableClock() {
            return new AdjustableClock(Clock.systemUTC());
        }

        @Bean
        @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
        ClockController clockController(AdjustableClock clock) {
            return new ClockController(clock);
        }
    }
}
