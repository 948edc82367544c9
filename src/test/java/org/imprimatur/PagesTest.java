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

/**
 * An {@link ApplicationTest} that waits for a browser or for programs in Node: of an application of its own, so that the
 * others need not wait for it, and begun from the other end.
 */
@ResourceLock("the application of pages")
@Order(Integer.MAX_VALUE - 1)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Imprimatur.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "pages.own=true")
@ContextConfiguration(initializers = GraphForTests.class)
@Import({Asker.class, RoundTrips.class})
public @interface PagesTest {
}
