package se.omsorgsbron.api.mapping;

import java.util.Arrays;
import java.util.Optional;

/** Why an item is held back: the code that is shown, the words for the one who can act, and who that is. */
public enum Reason {
    MISSING_FIELD("missing-field", Owner.PROVIDER, "Obligatorisk uppgift saknas", "A required field is missing"),
    NOT_A_DATE("not-a-date", Owner.PROVIDER, "Datumet går inte att läsa", "The date cannot be read"),
    NOT_JSON(
            "not-json", Owner.OPERATIONS, "Svaret från källan går inte att läsa", "The source's answer cannot be read"),
    UNKNOWN_CODE("unknown-code", Owner.OPERATIONS, "Koden är okänd för bron", "The bridge does not know the code"),
    INVALID_IDENTITY_NUMBER(
            "invalid-identity-number",
            Owner.CASE_OFFICER,
            "Personens nummer är inget giltigt nummer",
            "The person's number is not a valid number"),
    INVALID_HSA_ID(
            "invalid-hsa-id",
            Owner.PROVIDER,
            "Medarbetarens HSA-id är inget giltigt HSA-id",
            "The member of staff's HSA-id is not a valid HSA-id"),
    UNKNOWN_PERSON(
            "unknown-person",
            Owner.CASE_OFFICER,
            "Uppgiften gäller en person som inte finns i verksamhetssystemet",
            "The record is about a person whom the case system does not show"),
    UNKNOWN_STAFF(
            "unknown-staff",
            Owner.PROVIDER,
            "Uppgiften pekar på en medarbetare som inte finns i verksamhetssystemet",
            "The record points at a member of staff whom the case system does not show"),
    DUPLICATE_PERSON(
            "duplicate-person",
            Owner.CASE_OFFICER,
            "Två klienter har samma nummer",
            "Two clients have the same number"),
    LIST_SHRUNK(
            "list-shrunk",
            Owner.OPERATIONS,
            "Listan från källan har krympt oväntat; inget avslutas förrän någon bekräftat det",
            "The source's list shrank unexpectedly; nothing is ended until somebody confirms it"),
    INVALID_RESOURCE(
            "invalid-resource",
            Owner.OPERATIONS,
            "Uppgiften uppfyller inte profilen",
            "The item does not satisfy its profile"),
    REFUSED_BY_RECIPIENT(
            "refused-by-recipient",
            Owner.RECIPIENT,
            "Mottagaren tog inte emot uppgiften",
            "The recipient refused the item"),
    CHANGED_AT_RECIPIENT(
            "changed-at-recipient",
            Owner.RECIPIENT,
            "Uppgiften har ändrats hos mottagaren av någon annan",
            "Somebody else changed the item at the recipient"),
    PATIENT_NOT_FOUND(
            "patient-not-found",
            Owner.RECIPIENT,
            "Mottagaren har ingen patient med personens nummer",
            "The recipient has no patient with the person's number"),
    AMBIGUOUS_PATIENT(
            "ambiguous-patient",
            Owner.RECIPIENT,
            "Mottagaren har flera patienter med personens nummer",
            "The recipient has several patients with the person's number"),
    UNCERTAIN(
            "uncertain",
            Owner.COORDINATOR,
            "Mottagaren svarade inte, så anteckningen kan stå i journalen redan: titta efter. Står den där, avsluta (discard); annars"
                    + " skicka igen (retry)",
            "The recipient did not answer, so the note may stand in the journal already: look. If it does, discard this; if not, retry"),
    HISTORY_KEPT(
            "history-kept",
            Owner.COORDINATOR,
            "Det som dragits tillbaka kan finnas kvar i mottagarens versionshistorik; be mottagaren ta bort det",
            "What was withdrawn may still stand in the recipient's version history; ask the recipient to remove it"),
    RISK_NOT_RECEIVED(
            "risk-not-received",
            Owner.COORDINATOR,
            "En risk har inte nått mottagaren i tid: meddela den på annat sätt",
            "A risk has not reached the recipient in time: tell it another way"),
    RISK_NOT_SEEN(
            "risk-not-seen",
            Owner.COORDINATOR,
            "Ingen hos mottagaren har bekräftat i tid att de sett en risk: meddela dem på annat sätt",
            "Nobody at the recipient has confirmed in time that they have seen a risk: tell them another way"),
    LABEL_NOT_CARRIED(
            "label-not-carried",
            Owner.OPERATIONS,
            "Uppgiften har en märkning som mottagaren inte kan bära, så den lämnas inte",
            "The item has a label that the recipient cannot carry, so it does not leave"),
    BAD_SUPPLEMENT(
            "bad-supplement",
            Owner.COORDINATOR,
            "Raden i kompletteringsfilen går inte att läsa",
            "The line in the supplements file cannot be read");

    /** Who has to act. */
    public enum Owner {
        CASE_OFFICER("case-officer"),
        PROVIDER("provider"),
        COORDINATOR("coordinator"),
        RECIPIENT("recipient"),
        OPERATIONS("operations");

        private final String code;

        Owner(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final String code;
    private final Owner owner;
    private final String swedish;
    private final String english;

    Reason(String code, Owner owner, String swedish, String english) {
        this.code = code;
        this.owner = owner;
        this.swedish = swedish;
        this.english = english;
    }

    public String code() {
        return code;
    }

    public Owner owner() {
        return owner;
    }

    public String swedish() {
        return swedish;
    }

    public String english() {
        return english;
    }

    public static Optional<Reason> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
