/**
 * The bridge as it is shipped: a Spring Boot application around Camel routes, and its command line. Everything that adapters need
 * stands in {@code se.omsorgsbron.api}; here is what puts them together.
 */
package se.omsorgsbron.bridge;
