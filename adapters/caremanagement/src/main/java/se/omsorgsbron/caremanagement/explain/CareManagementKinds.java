package se.omsorgsbron.caremanagement.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.omsorgsbron.api.explain.NotUsed;
import se.omsorgsbron.api.explain.RecordKind;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.caremanagement.mapper.DocumentMapper;
import se.omsorgsbron.caremanagement.mapper.ErrandMapper;
import se.omsorgsbron.caremanagement.mapper.JournalEntryMapper;
import se.omsorgsbron.caremanagement.mapper.MappingContext;
import se.omsorgsbron.caremanagement.mapper.NoteMapper;
import se.omsorgsbron.caremanagement.mapper.StakeholderMapper;
import se.omsorgsbron.caremanagement.mapper.Whose;
import se.omsorgsbron.caremanagement.wire.Resource;

/** The lists of CareManagement whose records can be explained, and why some fields are not used; the mapping page has the same rows. */
public final class CareManagementKinds {
    /** Neither the stakeholders nor the party look-up are asked. */
    private static final Whose.Known WHOSE = new Whose.Known("stand-in", "189002029800");

    private static final String STAND_IN =
            "Whose the errand is stands in its stakeholders and the party look-up: a published test number is taken for the person's.";
    private static final String ADMIN = "The case system's own administration; no use in the bridge.";
    private static final String CHANGER = "Who wrote it is told, not who changed or locked it.";
    private static final String HERE = "Where somebody else than the person lives: nobody asked for it.";

    private CareManagementKinds() {}

    /** What maps a record. */
    private interface Mapper {
        Mapped<List<Fact>> map(JsonNode record, Whose.Known whose, MappingContext context);
    }

    /**
     * One kind a list.
     *
     * @param context what the municipality has settled
     */
    public static List<RecordKind> of(MappingContext context) {
        return List.of(
                kind(Resource.ERRANDS, context, ErrandMapper::toExecution, errands()),
                kind(Resource.STAKEHOLDERS, context, StakeholderMapper::toFacts, stakeholders()),
                kind(Resource.JOURNAL_ENTRIES, context, JournalEntryMapper::toJournalNote, entries()),
                kind(Resource.NOTES, context, NoteMapper::toJournalNote, notes()),
                kind(Resource.DOCUMENTS, context, DocumentMapper::toPlan, documents()));
    }

    private static RecordKind kind(Resource resource, MappingContext context, Mapper mapper, NotUsed notUsed) {
        return new RecordKind(
                Resource.SYSTEM + ":" + resource.code(),
                record -> mapper.map(record, WHOSE, context),
                notUsed,
                List.of(STAND_IN));
    }

    private static NotUsed errands() {
        return table(
                "An errand that is not carried out is no home care to tell of.",
                "errandNumber",
                ADMIN,
                "description",
                "In an errand that the bridge opened it is the bridge's own marker, else free text that nobody asked for.",
                "priority",
                ADMIN,
                "reporterUserId",
                ADMIN,
                "assignedUserId",
                "Only to notify whoever has the errand; a user id is no name of a case officer.",
                "applicantName",
                "The person is known by number.",
                "processDefinitionName",
                ADMIN,
                "processInstanceId",
                ADMIN,
                "touched",
                "Nothing is concluded from it, since all is read every time.");
    }

    private static NotUsed stakeholders() {
        return table(
                "The role is ignored by the municipality's table, or only says whose the errand is.",
                "organizationName",
                "Used only where there is no other name.",
                "address",
                HERE,
                "careOf",
                HERE,
                "zipCode",
                HERE,
                "city",
                HERE,
                "country",
                HERE,
                "externalId",
                "It says who the person or a contact is; of anybody else the stakeholder's own id is used.",
                "externalIdType",
                "It says what the external id is, which is used of the person and the contacts only.",
                "contactChannels",
                "A channel that is neither telephone nor e-mail.");
    }

    private static NotUsed entries() {
        return table(
                "The type is ignored by the municipality's table, or the bridge wrote the entry itself.",
                "modifiedBy",
                CHANGER,
                "lockedBy",
                CHANGER,
                "locked",
                "Only a locked entry is signed.");
    }

    private static NotUsed notes() {
        return table("The municipality has not settled what an errand's notes are.", "modifiedBy", CHANGER);
    }

    private static NotUsed documents() {
        return table(
                "A draft, or a type that is ignored by the municipality's table.",
                "created",
                "The document's own time counts.",
                "modifiedBy",
                CHANGER,
                "lockedBy",
                CHANGER,
                "locked",
                "That it is locked is used, not when.");
    }

    /** @param rows field and reason, in turns */
    private static NotUsed table(String whole, String... rows) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i += 2) {
            reasons.put(rows[i], rows[i + 1]);
        }
        return new NotUsed(reasons, whole);
    }
}
