/** From what comes in as FHIR to the domain, and back. Pure. */
package se.omsorgsbron.bridge.entrance.fhir.mapper;
