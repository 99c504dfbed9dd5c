/**
 * The audit: FHIR AuditEvents by IHE BALP in a chain of hashes, whose heads are anchored in a file outside the database. No name,
 * number or text of a person is in it.
 */
package se.omsorgsbron.bridge.audit;
