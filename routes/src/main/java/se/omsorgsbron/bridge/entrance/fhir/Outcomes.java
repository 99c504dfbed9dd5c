package se.omsorgsbron.bridge.entrance.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import se.omsorgsbron.api.mapping.Problem;

/** OperationOutcomes with words, and without what was sent. */
final class Outcomes {
    private static final int MOST_TOLD = 50;

    private Outcomes() {}

    /**
     * What is wrong, element by element.
     *
     * @param place what each element's path begins with, such as {@code Communication.}
     */
    static OperationOutcome of(String place, List<Problem> problems) {
        OperationOutcome outcome = new OperationOutcome();
        problems.stream()
                .limit(MOST_TOLD)
                .forEach(problem -> outcome.addIssue()
                        .setSeverity(IssueSeverity.ERROR)
                        .setCode(IssueType.INVALID)
                        .setDiagnostics(place + problem.field() + ": found " + problem.found() + ", expected "
                                + problem.expected())
                        .addExpression(place + problem.field()));
        return outcome;
    }

    /** That it is well, and which elements are not used. */
    static OperationOutcome well(String place, List<String> unused) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics("Nothing is wrong with it. / Inget är fel med den.");
        unused.stream()
                .limit(MOST_TOLD)
                .forEach(path -> outcome.addIssue()
                        .setSeverity(IssueSeverity.INFORMATION)
                        .setCode(IssueType.INFORMATIONAL)
                        .setDiagnostics(
                                "The municipality does not get this element. / Kommunen får inte den här uppgiften.")
                        .addExpression(place + path));
        return outcome;
    }
}
