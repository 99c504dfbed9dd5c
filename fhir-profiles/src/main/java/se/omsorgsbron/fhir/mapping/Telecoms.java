package se.omsorgsbron.fhir.mapping;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import se.omsorgsbron.api.domain.ContactPoint;
import se.omsorgsbron.api.domain.ContactPoint.Medium;
import se.omsorgsbron.api.domain.ContactPoint.Use;

/** Telephones and e-mail addresses. One that the source guards never leaves. */
final class Telecoms {
    private Telecoms() {}

    static List<org.hl7.fhir.r4.model.ContactPoint> open(List<ContactPoint> points) {
        return map(points.stream());
    }

    /** Of staff only what belongs to the work leaves: a private number is nobody's business. */
    static List<org.hl7.fhir.r4.model.ContactPoint> work(List<ContactPoint> points) {
        return map(points.stream().filter(point -> point.use() == Use.WORK));
    }

    private static List<org.hl7.fhir.r4.model.ContactPoint> map(Stream<ContactPoint> points) {
        return points.filter(point -> !point.guarded())
                .filter(point -> !point.value().isBlank())
                .map(Telecoms::telecom)
                .toList();
    }

    private static org.hl7.fhir.r4.model.ContactPoint telecom(ContactPoint point) {
        org.hl7.fhir.r4.model.ContactPoint telecom = new org.hl7.fhir.r4.model.ContactPoint()
                .setSystem(point.medium() == Medium.PHONE ? ContactPointSystem.PHONE : ContactPointSystem.EMAIL)
                .setValue(point.value().strip());
        switch (point.use()) {
            case WORK -> telecom.setUse(ContactPointUse.WORK);
            case HOME -> telecom.setUse(ContactPointUse.HOME);
            case MOBILE -> telecom.setUse(ContactPointUse.MOBILE);
            case OTHER -> telecom.setUse(null);
        }
        return telecom;
    }
}
