package se.omsorgsbron.lifecare.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static se.omsorgsbron.lifecare.Samples.CLIENT;
import static se.omsorgsbron.lifecare.Samples.CONTEXT;
import static se.omsorgsbron.lifecare.Samples.content;
import static se.omsorgsbron.lifecare.Samples.fact;
import static se.omsorgsbron.lifecare.Samples.json;
import static se.omsorgsbron.lifecare.Samples.problems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.Person;
import se.omsorgsbron.api.domain.Person.Deregistration;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.PostalAddress;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.api.domain.SourceReference;
import se.omsorgsbron.api.identity.IdentityNumber;
import se.omsorgsbron.api.identity.IdentityNumber.Kind;
import se.omsorgsbron.api.mapping.Mapped;
import se.omsorgsbron.api.source.Fact;
import se.omsorgsbron.lifecare.Samples;

class ClientMapperTest {
    private static final String FULL = """
            {Id: 110001, ProtectedRegistration: false, IsConfidential: false, Active: false, MaritalStatus: 'Änka',
             UpdateTime: '2026-11-02T08:15:00Z', Deleted: false, KeyCode: '0127',
             Deregistration: {Date: '2026-11-01T00:00:00', Reason: 'Decease'},
             Addresses: [{StreetAddress: 'Albyvägen 3', ZipCode: '145 59', City: 'Norsborg', CareOf: 'Ek',
                          Country: 'Sverige', Protected: false, EntryCode: 'B4913R', Type: 'Home'}],
             Phones: [{PhoneNumber: '08-465 004 01', Protected: false, Type: 'Mobile'},
                      {PhoneNumber: '08-465 004 02', Type: 'Home'}],
             Emails: [{EmailAddress: 'a@b.example', Protected: true, Type: 'Work'}],
             PersonId: '189002029800', FirstName: 'Märta Lovisa', LastName: 'von Sydow Åberg', FullName: 'Märta Åberg'}
            """;

    private static Mapped<List<Fact>> map(String json) {
        return ClientMapper.toPerson(json(json), CONTEXT);
    }

    @Test
    void aFullClientBecomesAPerson() {
        Mapped<List<Fact>> mapped = map(FULL);

        assertThat(fact(mapped))
                .isEqualTo(new Fact(
                        new SourceReference("lifecare", "clients", "110001"),
                        LifecareKeys.client("110001"),
                        new Person(
                                new IdentityNumber(Kind.PERSONNUMMER, CLIENT),
                                new PersonName("Märta Lovisa", "von Sydow Åberg"),
                                ProtectedIdentity.NONE,
                                List.of(new PostalAddress(
                                        Optional.of("Ek"),
                                        Optional.of("Albyvägen 3"),
                                        Optional.of("145 59"),
                                        Optional.of("Norsborg"),
                                        Optional.of("Sverige"),
                                        false)),
                                List.of(
                                        new ContactPoint(Medium.PHONE, Use.MOBILE, "08-465 004 01", false),
                                        new ContactPoint(Medium.PHONE, Use.HOME, "08-465 004 02", true),
                                        new ContactPoint(Medium.EMAIL, Use.WORK, "a@b.example", true)),
                                false,
                                Optional.of(new Deregistration(
                                        Deregistration.Reason.DECEASED, Optional.of(LocalDate.of(2026, 11, 1))))),
                        Set.of(LifecareKeys.personNumber(CLIENT)),
                        Set.of(),
                        Optional.of(Instant.parse("2026-11-02T08:15:00Z"))));
        assertThat(mapped.unused())
                .as("a door code is never read")
                .containsExactly("MaritalStatus", "KeyCode", "Addresses[0].EntryCode", "Addresses[0].Type");
    }

    @Test
    void anEmptyClientIsHeldForEverythingThatIsMissing() {
        assertThat(problems(map("{}"))).containsExactly("missing-field Id", "missing-field PersonId");
    }

    @Test
    void aClientWithIdAndNumberOnlyIsActiveAndProtected() {
        Person person = content(map("{Id: 1, PersonId: '189002029800'}"), Person.class);

        assertThat(person.active()).isTrue();
        assertThat(person.protection()).isEqualTo(ProtectedIdentity.UNKNOWN);
        assertThat(person.name()).isEqualTo(new PersonName("", ""));
        assertThat(person.deregistered()).isEmpty();
    }

    @Test
    void everythingThatIsOddIsToldAtOnceAndWithoutTheNumber() {
        Mapped<List<Fact>> mapped = map("""
                {Id: 1, PersonId: '189002029801', ProtectedRegistration: 'nej', UpdateTime: 'i går', Phones: {},
                 Deregistration: {Reason: 'Moved'}}
                """);

        assertThat(problems(mapped))
                .containsExactly(
                        "invalid-identity-number PersonId",
                        "not-json ProtectedRegistration",
                        "not-json Phones",
                        "unknown-code Deregistration.Reason",
                        "not-a-date UpdateTime");
        assertThat(mapped.toString()).doesNotContain("189002029801");
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, NONE",
        "true, false, PROTECTED_REGISTRATION",
        "false, true, CONFIDENTIALITY_MARKED",
        "true, true, PROTECTED_REGISTRATION",
        "true, null, PROTECTED_REGISTRATION",
        "null, true, CONFIDENTIALITY_MARKED",
        "null, false, UNKNOWN",
        "false, null, UNKNOWN",
        "null, null, UNKNOWN"
    })
    void onlyAPersonWhomTheSourceSaysIsNotProtectedIsNot(
            String registration, String confidential, ProtectedIdentity expected) {
        String json = "{Id: 1, PersonId: '189002029800', ProtectedRegistration: " + registration + ", IsConfidential: "
                + confidential + "}";

        assertThat(content(map(json), Person.class).protection()).isEqualTo(expected);
    }

    @Test
    void withoutTheAddOnTheProtectedRegistrationAloneDecides() {
        MappingContext noAddOn = new MappingContext(Samples.STOCKHOLM, Map.of(), Set.of(), Map.of(), Map.of(), false);
        String silent = "{Id: 1, PersonId: '189002029800'}";
        String open = "{Id: 1, PersonId: '189002029800', ProtectedRegistration: false}";

        assertThat(content(ClientMapper.toPerson(json(silent), noAddOn), Person.class)
                        .protection())
                .isEqualTo(ProtectedIdentity.UNKNOWN);
        assertThat(content(ClientMapper.toPerson(json(open), noAddOn), Person.class)
                        .protection())
                .isEqualTo(ProtectedIdentity.NONE);
    }

    @Test
    void aFullNameStandsInOnlyWhereBothPartsAreMissing() {
        Person person = content(map("{Id: 1, PersonId: '189002029800', FullName: 'Märta Åberg'}"), Person.class);

        assertThat(person.name()).isEqualTo(new PersonName("", "Märta Åberg"));
    }
}
