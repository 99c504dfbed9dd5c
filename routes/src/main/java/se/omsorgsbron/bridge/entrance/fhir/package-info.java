/**
 * The bridge as a FHIR R4 server: a recipient's system reads what that recipient may have, a coordinator's records consents. What a
 * caller may not have is not found.
 */
package se.omsorgsbron.bridge.entrance.fhir;
