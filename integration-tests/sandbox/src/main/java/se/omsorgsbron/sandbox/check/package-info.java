/**
 * The checker: says whether primary care holds exactly what it should. It reads Lifecare's stand-in and the FHIR server over HTTP
 * as any client would, knows the rules in {@code docs/checker.md}, and shares no class with the bridge, so that a mistake in
 * the bridge's mapping cannot hide itself. May use {@code se.omsorgsbron.sandbox.town}; is used by the launcher.
 */
package se.omsorgsbron.sandbox.check;
