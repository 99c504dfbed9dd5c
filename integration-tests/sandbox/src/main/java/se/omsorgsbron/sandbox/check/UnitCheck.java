package se.omsorgsbron.sandbox.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Organization: a provider's unit. Needed where somebody refers to it; right wherever it stands. */
final class UnitCheck {
    private final Scope scope;

    UnitCheck(Scope scope) {
        this.scope = scope;
    }

    void check() {
        for (JsonNode unit : scope.file().units()) {
            scope.one("Organization", scope.ids().organization(Json.text(unit, "Id")))
                    .ifPresent(organization -> compare(unit, organization));
        }
    }

    private void compare(JsonNode unit, JsonNode organization) {
        Claims claims = new Claims(
                organization, scope.findings("unit:" + Json.text(unit, "Id"), Scope.reference(organization)));
        Shape.header(claims, Shape.ORGANIZATION, List.of());
        Shape.ownIdentifier(claims);
        claims.equal("active", Boolean.toString(!unit.has("Active") || Json.isTrue(unit, "Active")));
        claims.text("name", Json.text(unit, "Name").strip());
        Json.find(unit, "CompanyName").ifPresent(company -> {
            claims.equal("partOf.type", "Organization");
            claims.text("partOf.display", company.strip());
        });
        claims.done();
    }
}
