package fr.accueil.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// On a `@SpringBootTest`: real Kafka with all our topics, a fresh PostgreSQL database, a token issuer. [Events],
/// [RowLevelSecurity] and [Tokens] can be injected.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@ActiveProfiles("test")
@ContextConfiguration(initializers = InfrastructureInitializer.class)
@Import(TestBeans.class)
public @interface WithInfrastructure {}
