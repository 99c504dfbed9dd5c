package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Reference;
import se.omsorgsbron.bridge.entrance.CallerToken;
import se.omsorgsbron.bridge.ledger.DeliveryLog;
import se.omsorgsbron.bridge.ledger.SubjectTable;
import se.omsorgsbron.bridge.operations.PersonName;

/** Whom a search or a resource means, among the people of the caller's municipality. */
public final class Patients {
    private final DeliveryLog log;
    private final SubjectTable subjects;

    public Patients(DeliveryLog log, SubjectTable subjects) {
        this.log = log;
        this.subjects = subjects;
    }

    /** The person of a search: by a reference to a Patient of this server, or by {@code patient.identifier}. */
    Optional<UUID> of(ReferenceParam patient, RequestDetails request) {
        if (!"identifier".equals(patient.getChain())) {
            return byId(patient.getIdPart());
        }
        if (request.getRequestType() != RequestTypeEnum.POST) {
            // Privacy: addresses stand in logs all along the way.
            throw new InvalidRequestException("An identity number does not belong in an address: use POST _search.");
        }
        String value = patient.getValue();
        return byNumber(value.substring(value.indexOf('|') + 1));
    }

    /** The person of a reference, by its identifier if it has one. */
    Optional<UUID> of(Reference patient) {
        String number = patient.getIdentifier().getValue();
        return number == null ? byId(patient.getReferenceElement().getIdPart()) : byNumber(number);
    }

    /** Whose a resource of this server is. */
    Optional<UUID> owner(String key) {
        return log.subjectOf(municipality(), key);
    }

    private Optional<UUID> byId(String id) {
        return owner("Patient/" + id);
    }

    private Optional<UUID> byNumber(String number) {
        return PersonName.of("number:" + number.replace("-", "")).flatMap(name -> name.in(municipality(), subjects));
    }

    private static String municipality() {
        return CallerToken.current().ownMunicipality();
    }
}
