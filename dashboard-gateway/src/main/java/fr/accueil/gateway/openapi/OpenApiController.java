package fr.accueil.gateway.openapi;

import fr.accueil.gateway.routing.ServiceSettings;
import fr.accueil.gateway.routing.ServiceUnavailable;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/api/openapi.json`: what the services behind the gateway serve, in one document. Half of it would mislead, so that
/// a service that is away makes it unavailable.
@RestController
class OpenApiController {

    private static final String PATH = "/api/openapi.json";

    private final ServiceSettings services;
    private final JsonMapper json;
    private final HttpClient http;

    OpenApiController(ServiceSettings services, JsonMapper json) {
        this.services = services;
        this.json = json;
        this.http = HttpClient.create()
                .responseTimeout(services.patience())
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(services.connectPatience().toMillis()));
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<JsonNode>> description() {
        return Mono.zip(
                        request("conversations", services.conversation()),
                        request("assistant", services.router()),
                        (conversations, assistant) -> JoinedDescription.of(conversations, assistant, "Assistant"))
                .map(it ->
                        ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(it));
    }

    private Mono<JsonNode> request(String name, URI service) {
        return http.get()
                .uri(service.resolve(PATH))
                .responseSingle((answer, body) -> answer.status().equals(HttpResponseStatus.OK)
                        ? body.asByteArray()
                        : Mono.error(new IOException("the description answers " + answer.status())))
                .map(json::readTree)
                .onErrorMap(failure -> ServiceUnavailable.down(name, failure));
    }
}
