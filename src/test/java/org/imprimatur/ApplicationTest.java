package org.imprimatur;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole application, with the real dossiers in a real Neo4j, asked over HTTP with an {@link Asker}. */
@ResourceLock("the application")
@Order(1)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Imprimatur.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = GraphForTests.class)
@Import({Asker.class, RoundTrips.class, BothReaders.class})
public @interface ApplicationTest {
}
