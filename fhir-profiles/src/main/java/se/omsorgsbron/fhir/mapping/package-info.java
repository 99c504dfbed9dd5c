/**
 * From the domain's composed records to FHIR R4: pure functions, one class per resource, named by what they make. No I/O, no
 * clock, no Spring, no Camel. What is mapped and what is not stands in {@code fhir-profiles/mapping/}. A protected person's data
 * is left out here, whatever the disclosure policy said before.
 */
package se.omsorgsbron.fhir.mapping;
