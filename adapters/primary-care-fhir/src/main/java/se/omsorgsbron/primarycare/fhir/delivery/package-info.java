/** Brings one parcel to the server: what is looked at first, what goes together, what an answer means for each item. */
package se.omsorgsbron.primarycare.fhir.delivery;
