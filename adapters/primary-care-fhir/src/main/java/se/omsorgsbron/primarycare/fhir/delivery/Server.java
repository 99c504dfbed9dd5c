package se.omsorgsbron.primarycare.fhir.delivery;

import se.omsorgsbron.primarycare.fhir.client.PatientFinder;
import se.omsorgsbron.primarycare.fhir.client.Stock;
import se.omsorgsbron.primarycare.fhir.client.Transactions;

/**
 * The recipient's server, as a delivery uses it.
 *
 * @param transactions takes bundles
 * @param stock reads back
 * @param patients finds the recipient's own records of people
 * @param base its base address, without a slash at the end
 * @param createPatients whether a person whom it does not know may be created
 */
public record Server(
        Transactions transactions, Stock stock, PatientFinder patients, String base, boolean createPatients) {}
