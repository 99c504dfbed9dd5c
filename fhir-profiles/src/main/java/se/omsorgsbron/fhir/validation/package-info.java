/**
 * Validates resources against the project's profiles, offline and fast: reused instance validators in a pool. What it tells
 * carries no value of the resource. Uses HAPI's validator; knows neither the domain nor the mappers.
 */
package se.omsorgsbron.fhir.validation;
