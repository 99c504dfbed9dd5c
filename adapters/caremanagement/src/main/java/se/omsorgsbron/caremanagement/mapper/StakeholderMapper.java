package se.omsorgsbron.caremanagement.mapper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.Period;
import se.omsorgsbron.api.domain.PermanentContact;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.PostalAddress;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.domain.StaffMember;
import se.omsorgsbron.api.domain.SubjectKey;
import se.omsorgsbron.api.domain.TeamMember;
import se.omsorgsbron.api.identity.HsaId;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.identity.IdentityNumbers;
import se.omsorgsbron.api.json.Fields;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.caremanagement.wire.Resource;

/** {@code Stakeholder}: intressent i ett ärende. The role says what becomes of it. */
public final class StakeholderMapper {
    private static final String EXPECTED_ROLE = "a role in the municipality's table of roles, or among the ignored";

    private StakeholderMapper() {}

    /** The facts of one stakeholder; a role that is in no table is held, because a role is never guessed. */
    public static Mapped<List<Fact>> toFacts(JsonNode record, Whose.Known whose, MappingContext context) {
        Fields fields = Fields.of(record, context.zone());
        String id = fields.requiredId("id");
        String text = fields.requiredText("role");
        Optional<Role> role = Optional.ofNullable(context.roles().get(text));
        if (role.isEmpty()) {
            if (!text.isEmpty()) {
                // Free text in the contract: it could name somebody, so only its length is told. The original shows it.
                fields.report(Reason.UNKNOWN_CODE, "role", text.length() + " characters", EXPECTED_ROLE);
            }
            return fields.mapped(List::of);
        }
        if (role.get() instanceof Role.Subject) {
            return context.persons() ? person(fields, whose) : nothing(record, context);
        } else if (role.get() instanceof Role.Contact contact) {
            return contact(fields, id, contact, whose);
        } else if (role.get() instanceof Role.Member member) {
            return member(fields, id, member, text, whose);
        }
        return nothing(record, context);
    }

    /** Of an errand that is closed: who the person is, and nothing of anybody else, who may be so no longer. */
    public static Mapped<List<Fact>> toPerson(JsonNode record, Whose.Known whose, MappingContext context) {
        Role role = context.roles().getOrDefault(record.path("role").asText(), new Role.Ignored());
        return role instanceof Role.Subject ? toFacts(record, whose, context) : nothing(record, context);
    }

    private static Mapped<List<Fact>> nothing(JsonNode record, MappingContext context) {
        return Fields.of(record, context.zone()).mapped(List::of);
    }

    /** CareManagement has no field for protected identity, and unknown counts as protected. */
    private static Mapped<List<Fact>> person(Fields fields, Whose.Known whose) {
        fields.text("externalId");
        fields.text("externalIdType");
        Optional<IdentityNumber> number = IdentityNumbers.parse(whose.number());
        if (number.isEmpty()) {
            String found = IdentityNumbers.describe(whose.number());
            fields.report(Reason.INVALID_IDENTITY_NUMBER, "externalId", found, IdentityNumbers.EXPECTED);
        }
        PersonName name = name(fields);
        List<PostalAddress> addresses = address(fields).stream().toList();
        List<ContactPoint> telecoms = telecoms(fields, Use.OTHER, true);
        return fields.mapped(() -> List.of(new Fact(
                Resource.PARTIES.source(whose.partyId()),
                Keys.party(whose.partyId()),
                new Person(
                        number.orElseThrow(),
                        name,
                        ProtectedIdentity.UNKNOWN,
                        addresses,
                        telecoms,
                        true,
                        Optional.empty()),
                Set.of(whose.key()),
                Set.of(),
                Optional.empty())));
    }

    private static Mapped<List<Fact>> contact(Fields fields, String id, Role.Contact role, Whose.Known whose) {
        Optional<String> externalId = fields.text("externalId");
        fields.text("externalIdType");
        SubjectKey staff = Keys.user(user(externalId, id));
        StaffMember member = new StaffMember(
                name(fields), externalId.flatMap(HsaId::parse), "", telecoms(fields, Use.WORK, false), true);
        PermanentContact contact = new PermanentContact(staff, Optional.empty(), Optional.of(role.rank()), Period.OPEN);
        return fields.mapped(() -> List.of(
                new Fact(Resource.STAFF.source(staff.value()), staff, member, Set.of(), Set.of(), Optional.empty()),
                new Fact(
                        Resource.STAKEHOLDERS.source(id),
                        whose.key(),
                        contact,
                        Set.of(),
                        Set.of(staff),
                        Optional.empty())));
    }

    /** The id by which staff are known; a number in its place is used nowhere. */
    private static String user(Optional<String> externalId, String id) {
        return externalId.filter(text -> !Whose.isNumber(text)).orElse(id);
    }

    /** Whom a stakeholder that could not be read may stand for, beside itself: what was known of them stays. */
    public static List<SourceReference> behind(JsonNode record) {
        String id = record.path("id").asText("");
        Optional<String> externalId = Optional.of(record.path("externalId").asText(""))
                .filter(text -> !text.isBlank() && !Whose.isNumber(text));
        List<SourceReference> behind = new ArrayList<>(List.of(Resource.STAFF.source(externalId.orElse(id))));
        externalId.map(Resource.PARTIES::source).ifPresent(behind::add);
        return behind;
    }

    /** Nothing says whether a private person's number may be used, so it is guarded; a professional's is a work number. */
    private static Mapped<List<Fact>> member(
            Fields fields, String id, Role.Member role, String relation, Whose.Known whose) {
        boolean professional = role.role().professional();
        TeamMember member = new TeamMember(
                role.role(),
                name(fields),
                relation,
                telecoms(fields, professional ? Use.WORK : Use.OTHER, !professional));
        return fields.mapped(() -> List.of(
                new Fact(Resource.STAKEHOLDERS.source(id), whose.key(), member, Set.of(), Set.of(), Optional.empty())));
    }

    /** First and last name; the organisation's only where both are missing. */
    private static PersonName name(Fields fields) {
        Optional<String> given = fields.text("firstName");
        Optional<String> family = fields.text("lastName");
        if (given.isPresent() || family.isPresent()) {
            return new PersonName(given.orElse(""), family.orElse(""));
        }
        return new PersonName("", fields.requiredText("organizationName"));
    }

    private static Optional<PostalAddress> address(Fields fields) {
        Optional<String> careOf = fields.text("careOf");
        Optional<String> street = fields.text("address");
        Optional<String> zip = fields.text("zipCode");
        Optional<String> city = fields.text("city");
        Optional<String> country = fields.text("country");
        return Stream.of(careOf, street, zip, city, country).anyMatch(Optional::isPresent)
                ? Optional.of(new PostalAddress(careOf, street, zip, city, country, true))
                : Optional.empty();
    }

    /** A channel whose key is in no table is left unused, value and all. */
    private static List<ContactPoint> telecoms(Fields fields, Use use, boolean guarded) {
        List<ContactPoint> telecoms = new ArrayList<>();
        for (Fields channel : fields.children("contactChannels")) {
            Optional<Medium> medium = channel.text("key")
                    .map(key -> CodeTables.CHANNELS.get(key.strip().toLowerCase(Locale.ROOT)));
            medium.flatMap(known -> channel.text("value").map(v -> new ContactPoint(known, use, v, guarded)))
                    .ifPresent(telecoms::add);
        }
        return telecoms;
    }
}
