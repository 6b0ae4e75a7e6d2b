package fr.accueil.simulator.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/// A refusal in Twilio's words, as its REST API answers it.
class TwilioError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final HttpStatus status;
    private final String words;

    TwilioError(HttpStatus status, int code, String words) {
        super(words, null, false, false);
        this.status = status;
        this.code = code;
        this.words = words;
    }

    static TwilioError badRequest(int code, String words) {
        return new TwilioError(HttpStatus.BAD_REQUEST, code, words);
    }

    static TwilioError unauthorized() {
        return new TwilioError(HttpStatus.UNAUTHORIZED, 20003, "Authenticate");
    }

    static TwilioError notFound(String path) {
        return new TwilioError(HttpStatus.NOT_FOUND, 20404, "The requested resource " + path + " was not found");
    }

    static TwilioError unavailable() {
        return new TwilioError(HttpStatus.SERVICE_UNAVAILABLE, 20503, "Service Unavailable");
    }

    static TwilioError internal() {
        return new TwilioError(HttpStatus.INTERNAL_SERVER_ERROR, 20500, "An internal server error has occurred");
    }

    int code() {
        return code;
    }

    HttpStatus status() {
        return status;
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", code);
        json.put("message", words);
        json.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        json.put("status", status.value());
        return json;
    }
}
