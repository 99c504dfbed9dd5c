/**
 * From a subject's record to what primary care should hold of it, as items. Pure: the resources come from the mappers of
 * fhir-profiles; here is decided which of them there are, and with what they begin and end. Knows neither Camel nor Spring nor a
 * clock.
 */
package se.omsorgsbron.primarycare.fhir.mapper;
