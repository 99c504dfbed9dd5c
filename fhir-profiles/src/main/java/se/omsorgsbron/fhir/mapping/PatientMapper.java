package se.omsorgsbron.fhir.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.Person.Deregistration;
import se.omsorgsbron.api.domain.PostalAddress;
import se.omsorgsbron.api.record.PersonRecord;
import se.omsorgsbron.fhir.Canonicals;

/** Makes the Patient that is created where primary care has none and the configuration allows it. */
public final class PatientMapper {
    private PatientMapper() {}

    public static Patient toPatient(PersonRecord record) {
        Person person = record.person();
        Patient patient = new Patient();
        patient.setId(FhirIds.patient(record.id()));
        patient.setMeta(Parts.meta(Canonicals.PATIENT, person.protection()));
        patient.addIdentifier(new Identifier()
                .setSystem(Codes.IDENTITY_NUMBER.toWire(person.number().kind()).orElseThrow())
                .setValue(person.number().value()));
        patient.setActive(person.active());
        person.deregistered()
                .filter(left -> left.reason() == Deregistration.Reason.DECEASED)
                .ifPresent(left -> deceased(patient, left));
        if (person.protection().isProtected()) {
            // The number stays, because the patient is found by it; everything that tells who or where is withheld.
            patient.addName(Parts.protectedName());
        } else {
            Parts.name(person.name()).ifPresent(patient::addName);
            Telecoms.open(person.telecoms()).forEach(patient::addTelecom);
            addresses(person.addresses()).forEach(patient::addAddress);
        }
        return patient;
    }

    private static void deceased(Patient patient, Deregistration left) {
        left.date()
                .ifPresentOrElse(
                        day -> patient.setDeceased(Parts.date(day)), () -> patient.setDeceased(new BooleanType(true)));
    }

    private static List<Address> addresses(List<PostalAddress> addresses) {
        return addresses.stream()
                .filter(address -> !address.guarded())
                .map(PatientMapper::address)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static Address address(PostalAddress from) {
        Address address = new Address();
        Stream.of(from.careOf(), from.street())
                .flatMap(Optional::stream)
                .filter(line -> !line.isBlank())
                .forEach(address::addLine);
        from.postalCode().filter(code -> !code.isBlank()).ifPresent(address::setPostalCode);
        from.city().filter(city -> !city.isBlank()).ifPresent(address::setCity);
        from.country().filter(country -> !country.isBlank()).ifPresent(address::setCountry);
        return address;
    }
}
