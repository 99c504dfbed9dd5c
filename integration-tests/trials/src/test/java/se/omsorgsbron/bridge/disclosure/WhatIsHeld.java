package se.omsorgsbron.bridge.disclosure;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.primarycare.fhir.FhirStandIn;

/**
 * The current versions that a stand-in holds since a round began: what reading and searching find.
 *
 * @param resources each with its key
 */
record WhatIsHeld(List<Resource> resources) {

    /** Everything but what is there {@code before}, by key. */
    static WhatIsHeld of(FhirStandIn fhir, Set<String> before) {
        Set<String> keys = new TreeSet<>(fhir.store.keys());
        keys.removeAll(before);
        return new WhatIsHeld(
                keys.stream().flatMap(key -> fhir.store.get(key).stream()).toList());
    }

    /** What is there and must not be, in words; empty where it is as it should be. */
    List<String> leftOf(RaceRound round) {
        Set<String> found = Place.canariesIn(resources.stream().map(WhatIsHeld::json));
        List<String> left = new ArrayList<>();
        Place.ALL.stream()
                .filter(place -> !round.mayStay(place)
                        && found.contains(place.canary(round.person().index())))
                .forEach(place -> left.add(round + ": " + place));
        resources.stream()
                .filter(resource -> !over(resource, round))
                .forEach(resource -> left.add(round + ": " + resource.fhirType() + " is not over"));
        return left;
    }

    private static boolean over(Resource resource, RaceRound round) {
        if (resource instanceof CarePlan plan) {
            return plan.getStatus() == CarePlan.CarePlanStatus.ENTEREDINERROR;
        } else if (resource instanceof Communication note) {
            return note.getStatus() == Communication.CommunicationStatus.ENTEREDINERROR;
        } else if (resource instanceof RelatedPerson related) {
            return !related.getActive();
        } else if (resource instanceof CareTeam team && round.end() != RaceRound.End.PROTECTED) {
            return team.getStatus() == CareTeam.CareTeamStatus.INACTIVE
                    && Stream.of("Practitioner/", "PractitionerRole/").noneMatch(json(team)::contains);
        }
        return true;
    }

    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
