package fr.accueil.notification.twilio;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TwilioConfiguration {

    @Bean
    TwilioHttp twilioHttp(TwilioSettings settings, Clock clock) {
        return new TwilioHttp(settings, clock);
    }
}
