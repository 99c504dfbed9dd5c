package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import se.omsorgsbron.sandbox.check.OtherFacts.OtherFact;

/** RelatedPerson: a relative, legal guardian, friend or other private person in a team. */
final class RelatedPersonCheck {
    private final Scope scope;

    RelatedPersonCheck(Scope scope) {
        this.scope = scope;
    }

    void check(Citizen citizen) {
        if (!scope.file().concerns(citizen) || citizen.isProtected()) {
            return;
        }
        for (OtherFact other : OtherFacts.of(scope.file(), citizen, scope.disclosed(citizen))) {
            if (!other.isPrivate()) {
                continue; // contained in the team
            }
            String id = scope.ids().related(citizen.id(), other.source());
            var found = scope.one("RelatedPerson", id);
            found.ifPresent(resource -> compare(citizen, other, resource));
            if (found.isEmpty() && citizen.inCare()) {
                scope.missing(citizen.label(), "RelatedPerson", id, other.source());
            }
        }
    }

    private void compare(Citizen citizen, OtherFact other, JsonNode resource) {
        Claims claims = new Claims(resource, scope.findings(citizen.label(), Scope.reference(resource)));
        Shape.header(claims, Shape.RELATED, List.of());
        scope.recordIdentifier(claims, other.source());
        claims.equal("active", Boolean.toString(citizen.inCare()));
        scope.patient(claims, "patient", citizen);
        claims.concept("relationship[0]", List.of(Shape.otherRole(other.role())));
        if (citizen.inCare()) {
            // Nobody is helped by name and telephone once there is no team to be in.
            claims.text("relationship[0].text", other.relation());
            Names.claim(claims, "", other.given(), other.family());
            Telecoms.claim(claims, "", Telecoms.open(other.node()));
        }
        claims.done();
    }
}
