/**
 * Omsorgsbron in FHIR R4: the canonical URLs of its profiles and codes. Mappers and the validator build on it; it uses HAPI's R4
 * structures and nothing of Spring or Camel.
 */
package se.omsorgsbron.fhir;
