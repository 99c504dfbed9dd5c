package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code ProviderContactPersonnel.V1}: fast omsorgskontakt. Lifecare gives it neither rank nor period. */
public final class ContactMapper {
    private ContactMapper() {}

    /** One fact about the person, who gets the contact's id as a further name, for the supplements. */
    public static Mapped<List<Fact>> toPermanentContact(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        SubjectKey person = LifecareKeys.personNumber(fields.requiredText("ClientPersonId"));
        SubjectKey staff = LifecareKeys.personnelPersonNumber(fields.requiredText("PersonnelPersonId"));
        Optional<SubjectKey> unit = fields.id("ProviderUnitId").map(LifecareKeys::unit);
        fields.flag("Deleted");
        PermanentContact contact = new PermanentContact(staff, unit, Optional.empty(), Period.OPEN);
        Set<SubjectKey> related = Facts.present(Optional.of(staff), unit);
        return fields.mapped(() -> List.of(new Fact(
                Resource.PROVIDER_CONTACT_PERSONNELS.source(id),
                person,
                contact,
                Set.of(LifecareKeys.contact(id)),
                related,
                Optional.empty())));
    }
}
