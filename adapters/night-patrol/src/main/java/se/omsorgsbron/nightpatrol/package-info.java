/**
 * Nattpatrullen. Its systems share no standard, so the bridge publishes a contract of its own, {@code docs/night-patrol-api.yaml}; what
 * a patrol writes by that contract becomes domain records here.
 */
package se.omsorgsbron.nightpatrol;
