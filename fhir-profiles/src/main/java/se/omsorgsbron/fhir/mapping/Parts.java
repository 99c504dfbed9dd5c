package se.omsorgsbron.fhir.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import se.omsorgsbron.api.domain.PersonName;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.fhir.Canonicals;

/** Data types that several resources are made of. */
final class Parts {
    /** What a reader sees where a name is missing. */
    static final String NOT_KNOWN = "Uppgift saknas";

    private Parts() {}

    /** Claims the profile, and labels what is about a protected person. */
    static Meta meta(String profile, ProtectedIdentity protection) {
        Meta meta = new Meta().addProfile(profile);
        Codes.PROTECTION.toWire(protection).orElseThrow().forEach(label -> meta.addSecurity(label.coding()));
        return meta;
    }

    /** Labels as well what the person may not see. */
    static Meta meta(String profile, ProtectedIdentity protection, boolean notForPatient) {
        Meta meta = meta(profile, protection);
        if (notForPatient) {
            // Privacy: the recipient shows its own patients what stands in its record, unless a label says not to.
            Codes.NOT_FOR_PATIENT.forEach(label -> meta.addSecurity(label.coding()));
        }
        return meta;
    }

    static Meta meta(String profile) {
        return meta(profile, ProtectedIdentity.NONE);
    }

    /** The identifier of what no source has an id for: the resource's own id. */
    static Identifier own(String id) {
        return new Identifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + id);
    }

    static Reference reference(String type, String id) {
        return new Reference(type + "/" + id).setType(type);
    }

    /** Nobody, with the reason and with words for a reader. */
    static Reference nobody(String reason, String display) {
        return absent(new Reference(), reason).setDisplay(display);
    }

    /** A member of staff by reference where the ledger knows them, with the name that the document itself has. */
    static Reference author(Optional<String> practitioner, Optional<PersonName> name) {
        Optional<String> display = name.map(PersonName::full).filter(full -> !full.isEmpty());
        if (practitioner.isEmpty() && display.isEmpty()) {
            return nobody("unknown", NOT_KNOWN);
        }
        Reference author = practitioner
                .map(id -> reference("Practitioner", id))
                .orElseGet(() -> new Reference().setType("Practitioner"));
        display.ifPresent(author::setDisplay);
        return author;
    }

    static <T extends Element> T absent(T element, String reason) {
        element.addExtension(new Extension(Canonicals.DATA_ABSENT_REASON, new CodeType(reason)));
        return element;
    }

    /** The name of somebody whose identity is protected: every part of it says so. */
    static HumanName protectedName() {
        String words = PersonName.PROTECTED.full();
        return new HumanName()
                .setUse(HumanName.NameUse.OFFICIAL)
                .setText(words)
                .setFamily(words)
                .addGiven(words);
    }

    /** A name in its parts and as text; empty where the source has none. The family name holds a middle name as well. */
    static Optional<HumanName> name(PersonName name) {
        if (name.full().isEmpty()) {
            return Optional.empty();
        }
        HumanName human = new HumanName().setUse(HumanName.NameUse.OFFICIAL).setText(name.full());
        if (!name.family().isBlank()) {
            human.setFamily(name.family().strip());
        }
        Stream.of(name.given().split("\\s+")).filter(given -> !given.isEmpty()).forEach(human::addGiven);
        return Optional.of(human);
    }

    static DateTimeType date(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    /** To the second, UTC. */
    static DateTimeType instant(Instant instant) {
        return new DateTimeType(instant.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    static Period period(se.omsorgsbron.api.domain.Period days) {
        Period period = new Period();
        days.start().ifPresent(start -> period.setStartElement(date(start)));
        days.end().ifPresent(end -> period.setEndElement(date(end)));
        return period;
    }
}
