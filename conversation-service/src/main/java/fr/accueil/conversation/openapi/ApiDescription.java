package fr.accueil.conversation.openapi;

import fr.accueil.conversation.problem.Problem;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.FaqId;
import fr.accueil.events.LeadId;
import fr.accueil.events.MessageId;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// `/api/openapi.json`: what springdoc reads from the controllers, and what it cannot know.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";

    static {
        var known = SpringDocUtils.getConfig().addRequestWrapperToIgnore(Member.class);
        for (var id : List.of(
                TenantId.class,
                ChannelId.class,
                ConversationId.class,
                MessageId.class,
                FaqId.class,
                ServiceId.class,
                PractitionerId.class,
                BookingId.class,
                LeadId.class)) {
            known.replaceWithSchema(id, new UUIDSchema());
        }
    }

    @Bean
    OpenAPI accueil() {
        return new OpenAPI()
                .info(new Info().title("Accueil").version("1").description("What the dashboard asks and is told."))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .schemaRequirement(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
    }

    /// What every call of a workspace needs, and what every call may answer.
    @Bean
    OperationCustomizer workspaceAndProblems() {
        return (operation, handler) -> {
            var needs = handler.getMethodAnnotation(Needs.class);
            return withProblems(needs == null ? operation : needing(needs.value(), inWorkspace(operation)));
        };
    }

    @Bean
    OpenApiCustomizer problemsAndRequiredFields() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            RequiredFields.mark(api.getComponents().getSchemas());
        };
    }

    private static Operation needing(Right right, Operation operation) {
        var roles = right.roles().stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        operation.addExtension("x-accueil-right", right.name().toLowerCase(Locale.ROOT));
        operation.addExtension("x-accueil-roles", roles);
        return operation;
    }

    private static Operation inWorkspace(Operation operation) {
        var workspace = new HeaderParameter()
                .name("X-Accueil-Workspace")
                .description("The tenant that is worked in")
                .required(true)
                .schema(new UUIDSchema());
        var others = operation.getParameters() == null ? Stream.<Parameter>empty() : operation.getParameters().stream();
        return operation.parameters(Stream.concat(Stream.of(workspace), others).toList());
    }

    private static Operation withProblems(Operation operation) {
        var problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Why it could not be done, in French")
                                .content(new Content().addMediaType("application/problem+json", problem)));
        return operation;
    }
}
