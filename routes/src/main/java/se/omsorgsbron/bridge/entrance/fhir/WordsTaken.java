package se.omsorgsbron.bridge.entrance.fhir;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import se.omsorgsbron.api.mapping.Problem;
import se.omsorgsbron.api.mapping.Reason;
import se.omsorgsbron.bridge.entrance.CallerToken;
import se.omsorgsbron.bridge.entrance.fhir.PrimaryCareWords.Read;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk.Outcome;
import se.omsorgsbron.bridge.intake.PrimaryCareDesk.Sent;

/** Takes in one resource of primary care's, and answers as FHIR wants it. */
public final class WordsTaken {
    private final PrimaryCareWords words;
    private final PrimaryCareDesk desk;

    public WordsTaken(PrimaryCareWords words, PrimaryCareDesk desk) {
        this.words = words;
        this.desk = desk;
    }

    /**
     * Stores it, or what it withdraws.
     *
     * @param id under which it was sent, where it was; there is only the one that the bridge gave
     */
    MethodOutcome take(Resource resource, Optional<IdType> id) {
        Read read = words.read(resource);
        String place = resource.fhirType() + ".";
        if (read.sent().isEmpty()) {
            throw refused(place, read.problems());
        }
        Sent sent = read.sent().get();
        String own = sent.written().source().id();
        if (id.isPresent() && !own.equals(id.get().getIdPart())) {
            throw refused(
                    place,
                    List.of(problem("id", "another id than the one with this identifier", "the one that POST gave")));
        }
        Outcome outcome = desk.take(CallerToken.current().ownMunicipality(), List.of(sent))
                .get(0);
        if (outcome instanceof Outcome.Taken taken) {
            MethodOutcome done = new MethodOutcome(new IdType(resource.fhirType(), own), taken.isNew());
            done.setOperationOutcome(Outcomes.well(place, read.unused()));
            return done;
        }
        if (outcome instanceof Outcome.Nothing) {
            throw new ResourceNotFoundException("There is nothing to withdraw under the identifier.");
        }
        List<Problem> problems = problems(outcome);
        if (outcome instanceof Outcome.UnknownNote) {
            throw refused(place, problems);
        }
        throw new ResourceVersionConflictException(
                "Something else stands under the identifier.", Outcomes.of(place, problems));
    }

    /** What is wrong, and nothing stored. */
    MethodOutcome validate(Resource resource) {
        if (resource == null) {
            // So it is asked with GET, or without a body.
            throw new InvalidRequestException("Send the resource, or Parameters with it, by POST.");
        }
        Read read = words.read(resource);
        String place = resource.fhirType() + ".";
        MethodOutcome outcome = new MethodOutcome();
        outcome.setOperationOutcome(
                read.sent().isPresent() ? Outcomes.well(place, read.unused()) : Outcomes.of(place, read.problems()));
        return outcome;
    }

    /** Why something was not taken; nothing if it was. */
    static List<Problem> problems(Outcome outcome) {
        if (outcome instanceof Outcome.OtherContent other) {
            return other.differing().stream()
                    .map(
                            element -> problem(
                                    element,
                                    "other content than stands under the identifier",
                                    "the same content; or an identifier of its own, and extension corrects for what it corrects"))
                    .toList();
        }
        if (outcome instanceof Outcome.WithdrawnBefore) {
            return List.of(problem("identifier", "one that was withdrawn", "a new one"));
        }
        if (outcome instanceof Outcome.UnknownNote) {
            return List.of(
                    problem("extension", "a correction of something unknown", "the identifier of an earlier one"));
        }
        return outcome instanceof Outcome.Nothing
                ? List.of(problem("identifier", "nothing that could be withdrawn", "that of something sent before"))
                : List.of();
    }

    private static UnprocessableEntityException refused(String place, List<Problem> problems) {
        return new UnprocessableEntityException("It cannot be taken in as it is.", Outcomes.of(place, problems));
    }

    private static Problem problem(String element, String found, String expected) {
        return new Problem(Reason.INVALID_RESOURCE, element, found, expected);
    }
}
