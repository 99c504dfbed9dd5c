package se.omsorgsbron.lifecare.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.PostalAddress;
import se.omsorgsbron.api.json.Fields;

/** The parts that several of Lifecare's definitions share: names, telephones, e-mail, addresses. */
final class Common {
    private Common() {}

    /** {@code FirstName} and {@code LastName}; {@code FullName}, which is made of the two, only where both are missing. */
    static PersonName name(Fields fields) {
        Optional<String> given = fields.text("FirstName");
        Optional<String> family = fields.text("LastName");
        Optional<String> full = fields.text("FullName");
        return given.isPresent() || family.isPresent()
                ? new PersonName(given.orElse(""), family.orElse(""))
                : new PersonName("", full.orElse(""));
    }

    /** {@code Phones} and {@code Emails}. */
    static List<ContactPoint> telecoms(Fields fields) {
        List<ContactPoint> telecoms = new ArrayList<>();
        for (Fields phone : fields.children("Phones")) {
            telecom(phone, Medium.PHONE, "PhoneNumber").ifPresent(telecoms::add);
        }
        for (Fields email : fields.children("Emails")) {
            telecom(email, Medium.EMAIL, "EmailAddress").ifPresent(telecoms::add);
        }
        return telecoms;
    }

    /** {@code Addresses}, without the door codes: {@code EntryCode} is never read, so that it cannot leave. */
    static List<PostalAddress> addresses(Fields fields) {
        return fields.children("Addresses").stream()
                .map(Common::address)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ContactPoint> telecom(Fields fields, Medium medium, String valueField) {
        return fields.text(valueField)
                .map(value -> new ContactPoint(
                        medium, fields.code("Type", CodeTables.USES).orElse(Use.OTHER), value, guarded(fields)));
    }

    private static Optional<PostalAddress> address(Fields fields) {
        Optional<String> careOf = fields.text("CareOf");
        Optional<String> street = fields.text("StreetAddress");
        Optional<String> zip = fields.text("ZipCode");
        Optional<String> city = fields.text("City");
        Optional<String> country = fields.text("Country");
        return Stream.of(careOf, street, zip, city, country).anyMatch(Optional::isPresent)
                ? Optional.of(new PostalAddress(careOf, street, zip, city, country, guarded(fields)))
                : Optional.empty();
    }

    /** Only what the source says is not protected may leave: a missing {@code Protected} guards. */
    private static boolean guarded(Fields fields) {
        return fields.flag("Protected").orElse(true);
    }
}
