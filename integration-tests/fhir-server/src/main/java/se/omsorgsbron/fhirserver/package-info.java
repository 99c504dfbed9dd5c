/**
 * The FHIR server of the sandbox and the tests. It is what primary care has, so it shares nothing with the bridge: no
 * class, no profile, no version of a library.
 */
package se.omsorgsbron.fhirserver;
