package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Practitioner: a member of staff. Needed where somebody refers to them; right wherever it stands. */
final class StaffCheck {
    private final Scope scope;

    StaffCheck(Scope scope) {
        this.scope = scope;
    }

    void check() {
        for (JsonNode staff : scope.file().staff()) {
            String label = "personnel:" + Json.text(staff, "Id");
            scope.one("Practitioner", scope.ids().practitioner(Json.text(staff, "Id")))
                    .ifPresent(practitioner -> compare(label, staff, practitioner));
        }
    }

    private void compare(String label, JsonNode staff, JsonNode practitioner) {
        Claims claims = new Claims(practitioner, scope.findings(label, Scope.reference(practitioner)));
        List<String> labels = scope.file().labels(staff);
        Shape.header(claims, Shape.PRACTITIONER, labels);
        Shape.ownIdentifier(claims);
        Json.find(staff, "HsaId").filter(id -> labels.isEmpty()).ifPresent(hsaId -> {
            claims.concept("identifier[1].type", List.of(Shape.PRACTITIONER_NUMBER));
            claims.equal("identifier[1].system", Shape.HSA_ID);
            claims.equal("identifier[1].value", hsaId);
        });
        claims.equal("active", Boolean.toString(!Json.isTrue(staff, "Disabled")));
        if (labels.isEmpty()) {
            Names.claim(claims, "", Json.text(staff, "FirstName"), Json.text(staff, "LastName"));
            Telecoms.claim(claims, "", Telecoms.work(staff));
        } else {
            Names.claimProtected(claims);
        }
        List<Supplement> proofs = scope.file().supplements(label, "proof-of-title").stream()
                .sorted(Comparator.comparing(line -> line.date().orElse(LocalDate.MIN)))
                .toList();
        for (int i = 0; i < proofs.size(); i++) {
            String path = "qualification[" + i + "]";
            claims.concept(
                    path + ".code",
                    List.of(Shape.TITLE_PROOF + "|" + proofs.get(i).value()));
            claims.equal(path + ".period.start", day(proofs.get(i).date()));
            claims.equal(path + ".period.end", day(proofs.get(i).until()));
        }
        claims.done();
    }

    private static String day(Optional<?> day) {
        return day.map(Object::toString).orElse("");
    }
}
