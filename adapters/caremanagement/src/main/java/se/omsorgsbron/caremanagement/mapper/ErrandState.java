package se.omsorgsbron.caremanagement.mapper;

import java.util.Arrays;
import java.util.Optional;

/** Where an errand stands; a municipality's table says so by its status. */
public enum ErrandState {
    /** inte verkställt än. */
    OPEN("open"),
    /** verkställs. */
    CARRIED_OUT("carried-out"),
    /** avslutat. */
    CLOSED("closed");

    private final String code;

    ErrandState(String code) {
        this.code = code;
    }

    /** As it is written in the configuration. */
    public String code() {
        return code;
    }

    public static Optional<ErrandState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
