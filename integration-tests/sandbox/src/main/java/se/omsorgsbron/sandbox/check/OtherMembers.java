package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.omsorgsbron.sandbox.check.OtherFacts.OtherFact;

/**
 * Everybody in a team who is no permanent contact: private persons by reference to a RelatedPerson, professionals contained in the
 * team, because they are not the bridge's to keep.
 */
final class OtherMembers {
    private final Scope scope;
    private final Claims claims;
    private final Citizen citizen;
    private final List<OtherFact> left;

    OtherMembers(Scope scope, Claims claims, Citizen citizen) {
        this.scope = scope;
        this.claims = claims;
        this.citizen = citizen;
        this.left = new ArrayList<>(
                citizen.inCare() ? OtherFacts.of(scope.file(), citizen, scope.disclosed(citizen)) : List.of());
    }

    void check() {
        for (int i = 0; i < Json.list(claims.resource(), "participant").size(); i++) {
            String path = "participant[" + i + "]";
            if (!Shape.isContact(claims.at(path))) {
                member(path);
            }
        }
        left.forEach(other -> claims.findings().add("participant", "a member from " + other.source(), ""));
    }

    private void member(String path) {
        String reference = claims.value(path + ".member.reference");
        Optional<OtherFact> fact = left.stream()
                .filter(other -> reference(other).equals(reference))
                .findFirst();
        if (fact.isEmpty()) {
            claims.findings().add(path, "no such member", "one that nothing explains");
            claims.allow(path);
            return;
        }
        OtherFact other = fact.get();
        left.remove(other);
        claims.equal(path + ".member.reference", reference);
        claims.equal(path + ".member.type", other.isPrivate() ? "RelatedPerson" : "Practitioner");
        claims.concept(path + ".role[0]", List.of(Shape.otherRole(other.role())));
        claims.text(path + ".role[0].text", other.relation());
        if (!other.isPrivate()) {
            contained(other);
        }
    }

    private String reference(OtherFact other) {
        return other.isPrivate()
                ? "RelatedPerson/" + scope.ids().related(citizen.id(), other.source())
                : "#" + scope.ids().member(citizen.id(), other.source());
    }

    private void contained(OtherFact other) {
        List<JsonNode> contained = Json.list(claims.resource(), "contained");
        String id = scope.ids().member(citizen.id(), other.source());
        for (int i = 0; i < contained.size(); i++) {
            if (Json.text(contained.get(i), "id").equals(id)) {
                String path = "contained[" + i + "].";
                claims.equal(path + "resourceType", "Practitioner");
                claims.equal(path + "id", id);
                if (scope.file().namesProtectedStaff((other.given() + " " + other.family()).strip())) {
                    Names.claim(claims, path, "", Shape.PROTECTED_TEXT);
                    return;
                }
                Names.claim(claims, path, other.given(), other.family());
                // A local number tells where a protected person lives.
                Telecoms.claim(claims, path, citizen.isProtected() ? List.of() : Telecoms.open(other.node()));
                return;
            }
        }
        claims.findings().add("contained", "the member from " + other.source(), "");
    }
}
