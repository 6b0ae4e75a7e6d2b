package fr.accueil.simulator.twilio;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;

/// Answers a refusal in Twilio's JSON.
@RestControllerAdvice(basePackageClasses = TwilioErrorAdvice.class)
class TwilioErrorAdvice {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> answer(TwilioError error, ServerWebExchange exchange) {
        exchange.getAttributes().put(ApiRequest.CODE, error.code());
        return ResponseEntity.status(error.status()).body(error.toJson());
    }
}
