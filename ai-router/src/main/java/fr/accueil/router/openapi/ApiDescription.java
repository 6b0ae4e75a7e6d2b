package fr.accueil.router.openapi;

import fr.accueil.events.FaqId;
import fr.accueil.router.problem.Problem;
import fr.accueil.router.team.Member;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This service's `/api/openapi.json`: what springdoc reads from the controllers, and what it cannot know.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Member.class)
                .replaceWithSchema(FaqId.class, new UUIDSchema());
    }

    @Bean
    OpenAPI assistant() {
        return new OpenAPI()
                .info(new Info()
                        .title("Accueil: the assistant")
                        .version("1")
                        .description("What the assistant answers to the people whom it speaks for."))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .schemaRequirement(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
    }

    /// Every operation here is of a workspace, and every one may be refused.
    @Bean
    OperationCustomizer workspaceAndProblems() {
        return (operation, _) -> inWorkspace(withProblems(operation));
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> ModelConverters.getInstance(true).read(Problem.class).forEach(api.getComponents()::addSchemas);
    }

    private static Operation inWorkspace(Operation operation) {
        return operation.addParametersItem(new HeaderParameter()
                .name("X-Accueil-Workspace")
                .description("The tenant that is worked in")
                .required(true)
                .schema(new UUIDSchema()));
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
