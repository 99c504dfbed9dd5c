package se.omsorgsbron.lifecare.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.api.domain.Decision;
import se.omsorgsbron.api.domain.Law;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.wire.Resource;

/** {@code Decision.V1.Decision} of {@code sol_decisions}: beslut om bistånd. */
public final class DecisionMapper {
    private DecisionMapper() {}

    /** One fact about the person. The list holds decisions under SoL only, so no field says the law. */
    public static Mapped<List<Fact>> toDecision(JsonNode record, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("Id");
        SubjectKey person = LifecareKeys.personNumber(fields.requiredText("PersonId"));
        Optional<String> category = fields.child("ServiceCategory").flatMap(c -> c.text("Text"));
        Optional<String> type = fields.child("Type").flatMap(t -> t.text("Text"));
        Decision decision = new Decision(
                Law.SOL,
                category.or(() -> type).orElse(""),
                fields.date("Date"),
                new Period(fields.date("FromDate"), fields.date("ToDate")),
                fields.date("ExecutionStartDate"),
                fields.child("Caseworker").flatMap(DecisionMapper::caseOfficer));
        fields.flag("Deleted");
        return fields.mapped(() -> Facts.one(Resource.SOL_DECISIONS.source(id), person, decision));
    }

    /** The full name where the parts do not make it up: it is what case officers are shown as. */
    private static Optional<PersonName> caseOfficer(Fields fields) {
        PersonName parts = Common.name(fields);
        PersonName name = fields.text("FullName")
                .filter(full -> !full.equals(parts.full()))
                .map(full -> new PersonName("", full))
                .orElse(parts);
        return name.full().isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
