package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.Person.Deregistration;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.PostalAddress;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code Client.V1.Client}: brukare. The only record whose identity number is checked: every other one points at it. */
public final class ClientMapper {
    private ClientMapper() {}

    /** One fact about the person, who gets the number as a further name. */
    public static Mapped<List<Fact>> toPerson(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        String personId = fields.requiredText("PersonId");
        Optional<IdentityNumber> number = number(fields, personId);
        PersonName name = Common.name(fields);
        ProtectedIdentity protection = protection(fields, context);
        List<PostalAddress> addresses = Common.addresses(fields);
        List<ContactPoint> telecoms = Common.telecoms(fields);
        boolean active = fields.flag("Active").orElse(true);
        Optional<Deregistration> deregistered = fields.child("Deregistration").flatMap(ClientMapper::deregistration);
        Optional<Instant> modified = fields.instant("UpdateTime");
        fields.flag("Deleted");
        return fields.mapped(() -> List.of(new Fact(
                Resource.CLIENTS.source(id),
                LifecareKeys.client(id),
                new Person(number.orElseThrow(), name, protection, addresses, telecoms, active, deregistered),
                Set.of(LifecareKeys.personNumber(personId)),
                Set.of(),
                modified)));
    }

    private static Optional<IdentityNumber> number(Fields fields, String personId) {
        Optional<IdentityNumber> number = IdentityNumbers.parse(personId);
        if (number.isEmpty() && !personId.isEmpty()) {
            String found = IdentityNumbers.describe(personId);
            fields.report(Reason.INVALID_IDENTITY_NUMBER, "PersonId", found, IdentityNumbers.EXPECTED);
        }
        return number;
    }

    /** Never fails open: what the source does not say counts as protected. */
    private static ProtectedIdentity protection(Fields fields, MappingContext context) {
        Optional<Boolean> registration = fields.flag("ProtectedRegistration");
        Optional<Boolean> confidential = fields.flag("IsConfidential");
        if (registration.orElse(false)) {
            return ProtectedIdentity.PROTECTED_REGISTRATION;
        }
        if (confidential.orElse(false)) {
            return ProtectedIdentity.CONFIDENTIALITY_MARKED;
        }
        boolean silent = registration.isEmpty() || (confidential.isEmpty() && context.confidentialityAddOn());
        return silent ? ProtectedIdentity.UNKNOWN : ProtectedIdentity.NONE;
    }

    private static Optional<Deregistration> deregistration(Fields fields) {
        Optional<LocalDate> date = fields.date("Date");
        Optional<Deregistration.Reason> reason = fields.code("Reason", CodeTables.DEREGISTRATIONS);
        return date.isPresent() || reason.isPresent()
                ? Optional.of(new Deregistration(reason.orElse(Deregistration.Reason.OTHER), date))
                : Optional.empty();
    }
}
