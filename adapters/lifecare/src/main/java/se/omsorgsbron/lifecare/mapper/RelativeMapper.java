package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.domain.TeamRole;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code Relative.V1.RelativePerson}: anhörig. */
public final class RelativeMapper {
    private RelativeMapper() {}

    /**
     * One fact about the person. Whoever stands in this list is a relative by definition, whatever the relation is called; the
     * table can make them something else (a friend, a god man).
     */
    public static Mapped<List<Fact>> toTeamMember(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        SubjectKey person = LifecareKeys.personNumber(fields.requiredText("PersonId"));
        Optional<String> relation = fields.text("Relation");
        TeamRole role =
                relation.map(text -> context.relations().get(text.strip())).orElse(TeamRole.RELATIVE);
        TeamMember member = new TeamMember(role, Common.name(fields), relation.orElse(""), Common.telecoms(fields));
        fields.flag("Deleted");
        return fields.mapped(() -> Facts.one(Resource.RELATIVES.source(id), person, member));
    }
}
