package fr.accueil.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.WorkspaceEvent.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// What each role may do: the table in [Right], asked of every operation as every role.
class RightsTest extends ServiceTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void an_owner_may_do_everything_and_an_agent_handles_conversations() {
        assertThat(Right.values()).allMatch(it -> it.roles().contains(Role.OWNER));
        assertThat(Arrays.stream(Right.values()).filter(it -> it.roles().contains(Role.AGENT)))
                .containsExactly(
                        Right.HANDLE_CONVERSATIONS, Right.HANDLE_BOOKINGS, Right.HANDLE_REQUESTS, Right.SEE_WORKSPACE);
    }

    @TestFactory
    Stream<DynamicTest> every_operation_asks_for_its_right() {
        return ofMembers()
                .flatMap(operation -> Stream.of(Role.values())
                        .map(role -> DynamicTest.dynamicTest(
                                operation + " as " + role, () -> operation.tryAs(role, aSalon()))));
    }

    private Stream<Operation> ofMembers() {
        var operations = mappings.getHandlerMethods().entrySet().stream()
                .filter(it ->
                        List.of(it.getValue().getMethod().getParameterTypes()).contains(Member.class))
                .map(RightsTest::operation)
                .toList();
        assertThat(operations).hasSizeGreaterThan(20);
        return operations.stream();
    }

    private static Operation operation(Map.Entry<RequestMappingInfo, HandlerMethod> mapping) {
        var needs = mapping.getValue().getMethodAnnotation(Needs.class);
        assertThat(needs).as(mapping.toString()).isNotNull();
        var method =
                mapping.getKey().getMethodsCondition().getMethods().iterator().next();
        var path =
                mapping.getKey().getPatternsCondition().getPatterns().iterator().next();
        return new Operation(method.asHttpMethod(), path.getPatternString(), needs.value());
    }

    private record Operation(HttpMethod method, String path, Right right) {

        /// Nothing that it names is there, so that who may is told that, and who may not is told that first.
        void tryAs(Role role, Salon salon) {
            var member = role == Role.OWNER ? salon.sophie() : salon.lea();
            var nothing =
                    IsolationTest.path(toString()).replaceAll("\\{[^}]*}", "01890a5d-ac96-774b-bcce-b302099a8057");
            var status = salon.as(member, method, nothing)
                    .contentType(IsolationTest.typeOf(toString()))
                    .bodyValue(Objects.requireNonNull(IsolationTest.OPERATIONS.get(toString())))
                    .exchange()
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value();
            if (right.roles().contains(role)) {
                assertThat(status).isNotIn(401, 403).isLessThan(500);
            } else {
                assertThat(status).isEqualTo(403);
            }
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
