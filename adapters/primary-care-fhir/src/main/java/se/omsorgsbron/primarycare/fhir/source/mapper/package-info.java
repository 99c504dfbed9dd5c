/** From what primary care writes as FHIR R4 to the domain, whether it was sent or read. Pure. */
package se.omsorgsbron.primarycare.fhir.source.mapper;
