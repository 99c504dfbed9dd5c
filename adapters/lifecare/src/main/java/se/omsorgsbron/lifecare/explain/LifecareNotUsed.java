package se.omsorgsbron.lifecare.explain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import se.omsorgsbron.api.explain.NotUsed;
import se.omsorgsbron.lifecare.wire.Resource;

/** Why fields of Lifecare are not used, list by list; {@code docs/lifecare-mapping.md} has the same rows. */
final class LifecareNotUsed {
    private static final String DOOR = "Door codes never leave, so they are never read.";
    private static final String ASKED = "Nobody asked for it.";
    private static final String OTHERS = "Personal data of others that nobody asked for.";
    private static final String WORDS = "The words beside it are used.";
    private static final String RELATED = "Nobody asked where they live.";
    private static final String ABOUT_OTHERS = "Free text about somebody else.";
    private static final String NAME = "Made of the parts, which are used; used only where they are missing.";
    private static final String LEAVE = "A deleted record is told as gone, and nothing else of it is read.";
    private static final String AMOUNT = "How much was granted is the case system's own matter.";
    private static final String ADMIN = "The case system's own administration; no use in the bridge.";
    private static final String CHAIN = "The bridge follows the note that came before (`PreviousHistoryId`).";
    private static final String SIGNER = "Who wrote it is told, not who signed or changed it.";
    private static final String DEVICE = "How it was registered is the case system's own matter.";
    private static final String PLANNED = "The bridge compares with the plan document, not with the planned shifts.";

    private static final Map<Resource, NotUsed> TABLES = new EnumMap<>(Resource.class);

    static {
        table(Resource.CLIENTS, LEAVE, "FullName", NAME, "Addresses.EntryCode", DOOR, "Addresses.Type", ASKED);
        more(Resource.CLIENTS, "MaritalStatus", ASKED);
        more(Resource.CLIENTS, "KeyCode", "The domain of the request decides whose client it is.");
        for (Resource list : new Resource[] {Resource.RELATIVES, Resource.CONTACTS}) {
            table(list, LEAVE, "FullName", NAME, "Note", ABOUT_OTHERS, "Addresses", RELATED);
            more(list, "Addresses.EntryCode", DOOR);
        }
        table(Resource.PERSONNEL, LEAVE, "CanHaveDelegation", ASKED);
        table(Resource.PROVIDER_UNITS, LEAVE, "CompanyId", ADMIN, "IsShelteredHousing", ASKED);
        table(Resource.PROVIDER_CONTACT_PERSONNELS, LEAVE);
        table(Resource.SOL_DECISIONS, LEAVE, "InvestigationId", ADMIN, "Code", WORDS, "Reason", ASKED);
        more(Resource.SOL_DECISIONS, "Type", WORDS, "ServiceCategory.Code", WORDS, "Caseworker.Id", ADMIN);
        more(Resource.SOL_DECISIONS, "Caseworker.Types", ADMIN, "Caseworker.OrganizationUnit", ADMIN);
        more(Resource.SOL_DECISIONS, "Hour", AMOUNT, "HourType", AMOUNT, "Amount", AMOUNT, "AmountType", AMOUNT);
        more(Resource.SOL_DECISIONS, "Quantity", AMOUNT, "QuantityType", AMOUNT, "Visit", AMOUNT, "VisitType", AMOUNT);
        more(Resource.SOL_DECISIONS, "Day", AMOUNT, "DayType", AMOUNT, "DaysOfDecision", AMOUNT);
        more(Resource.SOL_DECISIONS, "DecisionLevel", ADMIN, "IterationNumber", ADMIN, "OrderIds", ADMIN);
        more(Resource.SOL_DECISIONS, "ExecutionEndDate", "The end of the decision itself (`ToDate`) is used.");
        table(Resource.EXECUTIONS, LEAVE, "ServiceCategory.Code", WORDS, "ServiceCategoryId", WORDS);
        more(Resource.EXECUTIONS, "InvestigationId", ADMIN, "OrganizationUnit", ADMIN, "ProviderUnit.Name", ADMIN);
        more(Resource.EXECUTIONS, "Professional", OTHERS, "CoProfessional", OTHERS);
        more(Resource.EXECUTIONS, "EndReasonId", ASKED, "EndReasonText", ASKED);
        table(Resource.SERVICE_PLANS, LEAVE, "Participants", OTHERS, "Participants.Addresses.EntryCode", DOOR);
        more(Resource.SERVICE_PLANS, "OtherInformation.Headline.Type", WORDS, "Services.ServiceType.Code", WORDS);
        more(Resource.SERVICE_PLANS, "OtherInformation.StartDate", "The plan's own dates count.");
        more(Resource.SERVICE_PLANS, "OtherInformation.EndDate", "The plan's own dates count.");
        String none = "The bridge carries no image and no note under a headline that the municipality ignores.";
        table(Resource.DOCUMENTATIONS, none, "CreatedRoleId", ADMIN, "SignedSignature", SIGNER);
        more(Resource.DOCUMENTATIONS, "UpdatedSignature", SIGNER, "ErrorMarkedSignature", SIGNER);
        more(Resource.DOCUMENTATIONS, "ErrorMarkedTime", "Whether it is an error is used, not when it was marked.");
        more(Resource.DOCUMENTATIONS, "EndTime", "When it began is when it happened.", "ParentId", CHAIN);
        more(Resource.DOCUMENTATIONS, "OriginId", CHAIN, "NextHistoryId", CHAIN);
        more(Resource.DOCUMENTATIONS, "Text", "Used only where there is no `PlainText`.");
        table(Resource.REPORTED_VISITS, LEAVE, "ExternalId", ADMIN, "ReportedWorkshiftId", PLANNED);
        more(Resource.REPORTED_VISITS, "ServiceCategory", ASKED, "PersonnelUserId", ADMIN, "ExecutionId", ADMIN);
        more(Resource.REPORTED_VISITS, "ProviderUnitId", ADMIN, "OriginalStartTime", DEVICE, "OriginalEndTime", DEVICE);
        more(Resource.REPORTED_VISITS, "IsDoubleManning", ASKED, "PlannedVisitId", PLANNED);
        more(
                Resource.REPORTED_VISITS,
                "PlannedWorkshiftId",
                PLANNED,
                "Services",
                "Who came and when is used, not what was done.");
        more(Resource.REPORTED_VISITS, "StartQuittanceType", DEVICE, "EndQuittanceType", DEVICE);
        more(Resource.REPORTED_VISITS, "StartQuittanceId", DEVICE, "EndQuittanceId", DEVICE, "DeviceId", DEVICE);
        more(Resource.REPORTED_VISITS, "CancelledReason", ASKED, "CancelledMinutes", ASKED);
        more(Resource.REPORTED_VISITS, "ReportingSystem", DEVICE, "Approved", ADMIN);
        NotUsed note = TABLES.get(Resource.DOCUMENTATIONS);
        NotUsed critical = new NotUsed(Map.of(), "The bridge carries no image, and the record has no other note.");
        for (String list : CriticalInformation.LISTS) {
            critical = critical.and(note.inside(list)).and(headline(list));
        }
        TABLES.put(Resource.CLIENT_CRITICAL_INFORMATIONS, critical);
    }

    private LifecareNotUsed() {}

    static NotUsed of(Resource resource) {
        return TABLES.get(resource);
    }

    private static NotUsed headline(String list) {
        return new NotUsed(Map.of(list + ".HeadlineId", "It is critical information whatever its headline."), "");
    }

    private static void table(Resource resource, String whole, String... rows) {
        TABLES.put(resource, new NotUsed(Map.of(), whole));
        more(resource, rows);
    }

    /** Adds field and reason, in turns. */
    private static void more(Resource resource, String... rows) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i += 2) {
            reasons.put(rows[i], rows[i + 1]);
        }
        NotUsed before = TABLES.get(resource);
        TABLES.put(resource, before.and(new NotUsed(reasons, "")));
    }
}
