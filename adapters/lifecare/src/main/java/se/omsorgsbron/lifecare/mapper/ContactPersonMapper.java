package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code Contact.V1.ContactPerson}: god man, läkare and other professional contacts. */
public final class ContactPersonMapper {
    private ContactPersonMapper() {}

    /** One fact about the person. The relation is all that tells the role, so one that is not in the table is held. */
    public static Mapped<List<Fact>> toTeamMember(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        SubjectKey person = LifecareKeys.personNumber(fields.requiredText("PersonId"));
        String relation = fields.requiredText("Relation");
        Optional<TeamRole> role = Optional.ofNullable(context.relations().get(relation.strip()));
        if (role.isEmpty() && !relation.isEmpty()) {
            // Free text in Lifecare: it could name somebody, so only its length is told. The original shows it.
            String found = relation.length() + " characters";
            fields.report(
                    Reason.UNKNOWN_CODE, "Relation", found, "a relation in the municipality's table of relations");
        }
        PersonName name = Common.name(fields);
        List<ContactPoint> telecoms = Common.telecoms(fields);
        fields.flag("Deleted");
        return fields.mapped(() -> Facts.one(
                Resource.CONTACTS.source(id), person, new TeamMember(role.orElseThrow(), name, relation, telecoms)));
    }
}
