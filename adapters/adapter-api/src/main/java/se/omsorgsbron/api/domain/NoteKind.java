package se.omsorgsbron.api.domain;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of journal note, as the municipality's table of headlines tells them. */
public enum NoteKind {
    /** löpande anteckning. */
    DAILY("daily"),
    /** avvikelse. */
    DEVIATION("deviation"),
    /** risk. */
    RISK("risk"),
    /** uppföljning. */
    FOLLOW_UP("follow-up"),
    /** förändrat behov eller önskemål. */
    CHANGED_NEED("changed-need"),
    /** överlämning. */
    HAND_OVER("hand-over"),
    /** önskemål om kontakt med biståndshandläggaren. */
    OFFICER_CONTACT("officer-contact"),
    /** viktig information: smitta, observation, varning. */
    CRITICAL_INFORMATION("critical-information");

    private final String code;

    NoteKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<NoteKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
