/**
 * Primary care as a source: what its FHIR server holds that primary care wrote to the municipality, read at intervals. Off unless it is
 * configured.
 */
package se.omsorgsbron.primarycare.fhir.source;
