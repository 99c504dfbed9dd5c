package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code ProviderPersonnel.V2.PersonnelV2}: medarbetare. Their personnummer is only a name to find them by. */
public final class PersonnelMapper {
    private PersonnelMapper() {}

    /** One fact about the member of staff, found by personnummer and signature too. */
    public static Mapped<List<Fact>> toStaffMember(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        Set<SubjectKey> names = names(fields.requiredText("PersonId"), fields.requiredText("Signature"));
        StaffMember staff = new StaffMember(
                new PersonName(fields.requiredText("FirstName"), fields.requiredText("LastName")),
                hsaId(fields),
                fields.requiredText("Title"),
                telecoms(fields),
                !fields.flag("Disabled").orElse(false));
        return fields.mapped(() -> List.of(new Fact(
                Resource.PERSONNEL.source(id), LifecareKeys.personnel(id), staff, names, Set.of(), Optional.empty())));
    }

    private static Set<SubjectKey> names(String personId, String signature) {
        return Set.of(LifecareKeys.personnelPersonNumber(personId), LifecareKeys.signature(signature));
    }

    private static Optional<HsaId> hsaId(Fields fields) {
        return fields.text("HsaId").flatMap(text -> {
            Optional<HsaId> hsaId = HsaId.parse(text);
            if (hsaId.isEmpty()) {
                // Not a word of what stands there: it could be a personnummer in the wrong field.
                fields.report(Reason.INVALID_HSA_ID, "HsaId", text.length() + " characters", HsaId.EXPECTED);
            }
            return hsaId;
        });
    }

    /** Lifecare keeps these in its register of personnel, so they are work numbers, and nothing marks them as protected. */
    private static List<ContactPoint> telecoms(Fields fields) {
        List<ContactPoint> telecoms = new ArrayList<>();
        fields.text("PhoneNumber").ifPresent(v -> telecoms.add(new ContactPoint(Medium.PHONE, Use.WORK, v, false)));
        fields.text("EmailAddress").ifPresent(v -> telecoms.add(new ContactPoint(Medium.EMAIL, Use.WORK, v, false)));
        return telecoms;
    }
}
