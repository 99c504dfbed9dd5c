/**
 * The adapter for primary care systems that speak FHIR R4 over HTTP. The bridge makes a client, adds the route and uses the
 * recipient; how the server's answers are read stands in {@code docs/primary-care-fhir.md}.
 */
package se.omsorgsbron.primarycare.fhir;
