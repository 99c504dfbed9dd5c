package se.omsorgsbron.bridge.disclosure;

import java.util.stream.Stream;
import se.omsorgsbron.api.domain.ProtectedIdentity;
import se.omsorgsbron.bridge.disclosure.PolicyText.Row;

/**
 * What of one person may leave to one recipient, on the tests' own reading of table, recorded grounds and protection.
 *
 * @param table the municipality's
 * @param recipient the name that the table may have
 * @param operatedBy who runs it
 * @param person what is recorded, and how they are protected
 */
record Expectation(PolicyText table, String recipient, OperatedBy operatedBy, MatrixPerson person) {

    boolean leaves(Place place) {
        return switch (place.rule()) {
            case PART -> part(place.concept(), place.part());
            case NIGHT -> part(place.concept(), place.part()) || part(place.concept(), "activities");
            case AUTHOR -> plan(place.concept());
            case AUTHOR_TELEPHONE -> person.wellKnown() && plan(place.concept()) && names("contacts", "work-telephone");
            case MEMBER_TELEPHONE -> !hidden() && part(place.concept(), place.part());
            case UNIT ->
                person.wellKnown()
                        && !hidden()
                        && (part("contacts", "assignment") || plan("plans") || plan("action-plans"));
            case NAME ->
                !hidden() && Place.ALL.stream().anyMatch(other -> other.rule() == Place.Rule.PART && leaves(other));
            case NEVER -> false;
        };
    }

    /** Whoever is not known to be unprotected is protected. */
    private boolean hidden() {
        return person.protection() != ProtectedIdentity.NONE;
    }

    private boolean plan(String concept) {
        return Place.ALL.stream()
                .filter(place -> place.concept().equals(concept))
                .filter(place -> place.rule() == Place.Rule.PART || place.rule() == Place.Rule.NIGHT)
                .anyMatch(place -> part(concept, place.part()));
    }

    private boolean part(String concept, String part) {
        return switch (concept) {
            case "contacts" ->
                // A contact is reached like every other: the telephone is the member of staff's, not the person's.
                part.equals("assignment") ? contacts() : contacts() && names(concept, part);
            // The team travels with the contacts.
            case "team" -> contacts() && given(concept, part) && (!hidden() || part.equals("case-officer"));
            case "relatives" -> contacts() && given(concept, part) && !hidden();
            default -> given(concept, part) && !hidden();
        };
    }

    private boolean contacts() {
        return person.situation().homeCare() && given("contacts", "assignment");
    }

    private boolean names(String concept, String part) {
        return rows(concept, part).findAny().isPresent();
    }

    private boolean given(String concept, String part) {
        boolean blocked = person.situation().has("block", recipient, concept, Integer.MAX_VALUE);
        return !blocked && rows(concept, part).anyMatch(this::holds);
    }

    private boolean holds(Row row) {
        boolean consent = person.situation().has("consent", recipient, row.concept(), row.limit());
        return switch (row.ground()) {
            case "same-municipality" -> operatedBy == OperatedBy.MUNICIPALITY;
            case "private-provider" -> operatedBy == OperatedBy.PRIVATE_PROVIDER;
            case "consent" -> consent;
            case "svod" ->
                consent
                        && person.situation().homeCare()
                        && person.situation().has("svod-information", recipient, row.concept(), Integer.MAX_VALUE);
            case "harm-test" ->
                !row.decision().isEmpty() || person.situation().has("harm-test", recipient, row.concept(), row.limit());
            default -> throw new IllegalStateException("teach the test what " + row.ground() + " means");
        };
    }

    private Stream<Row> rows(String concept, String part) {
        return table.rows().stream().filter(row -> row.about(recipient, concept, part));
    }
}
