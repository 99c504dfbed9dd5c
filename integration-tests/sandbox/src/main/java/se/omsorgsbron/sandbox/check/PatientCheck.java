package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The Patient of a person: found by number, created once if primary care had none, and updated only to take a protected name out. */
final class PatientCheck {
    private final Scope scope;

    PatientCheck(Scope scope) {
        this.scope = scope;
    }

    void check(Citizen citizen) {
        if (!scope.file().concerns(citizen) || !scope.disclosed(citizen).contacts()) {
            return;
        }
        List<JsonNode> found = scope.care().identified("Patient", citizen.system(), citizen.number());
        found.forEach(scope::explain);
        if (found.isEmpty() && citizen.inCare()) {
            scope.findings(citizen.label(), "Patient").add("the person", "to be there", "missing");
        }
        found.stream()
                .skip(1)
                .forEach(extra -> scope.findings(citizen.label(), Scope.reference(extra))
                        .add("identifier", "one Patient for each person", "another one has it too"));
        found.stream().filter(this::isOurs).forEach(patient -> compare(citizen, patient));
    }

    /** Whether the bridge created it; what primary care had before is none of our business. */
    private boolean isOurs(JsonNode patient) {
        return scope.care().history(Scope.reference(patient)).stream()
                .findFirst()
                .flatMap(Version::resource)
                .map(Shape::isOurs)
                .orElse(Shape.isOurs(patient));
    }

    private void compare(Citizen citizen, JsonNode patient) {
        Claims claims = new Claims(patient, scope.findings(citizen.label(), Scope.reference(patient)));
        int versions = scope.care().effectiveHistory(Scope.reference(patient)).size();
        // A second one takes the name of somebody out who became protected.
        if (versions > (citizen.isProtected() ? 2 : 1)) {
            claims.findings().add("meta.versionId", "one version, never updated", versions + " versions");
        }
        Shape.header(claims, Shape.PATIENT, citizen.labels());
        claims.equal("identifier[0].system", citizen.system());
        claims.text("identifier[0].value", citizen.number());
        // As it was when it was created; what became of the person afterwards is not for the bridge to write.
        claims.allow("active");
        claims.allow("deceasedDateTime");
        claims.allow("deceasedBoolean");
        if (citizen.isProtected()) {
            Names.claimProtected(claims);
        } else if (renamed(citizen, patient)) {
            claims.allow("name[0]");
        } else {
            Names.claim(claims, "", Json.text(citizen.client(), "FirstName"), Json.text(citizen.client(), "LastName"));
        }
        // Neither address nor telephone: primary care has its own, and only needs to know whom it is about.
        claims.done();
    }

    /** Whether the person has been changed in Lifecare since the Patient was created. */
    private static boolean renamed(Citizen citizen, JsonNode patient) {
        return Times.instant(citizen.client(), "UpdateTime")
                .flatMap(changed ->
                        Times.instant(patient.path("meta"), "lastUpdated").map(changed::isAfter))
                .orElse(false);
    }
}
