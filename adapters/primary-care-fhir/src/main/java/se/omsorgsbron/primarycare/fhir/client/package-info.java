/** All I/O towards the FHIR server, and the one place that tells what a failed request means. */
package se.omsorgsbron.primarycare.fhir.client;
