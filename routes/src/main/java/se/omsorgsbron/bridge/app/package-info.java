/** The Spring Boot application: beans that put ledger, adapters and routes together, health, and the start. */
package se.omsorgsbron.bridge.app;
