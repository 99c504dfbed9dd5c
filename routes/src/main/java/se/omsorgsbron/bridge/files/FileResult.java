package se.omsorgsbron.bridge.files;

/**
 * What a file came to.
 *
 * @param lines how many lines it has beside the header and empty ones
 * @param fresh how many of them are stored now
 * @param again how many were stored before, with the same content
 * @param refused how many the report names
 */
record FileResult(int lines, int fresh, int again, int refused) {
    /** Whether everything that stands in the file is stored. */
    boolean good() {
        return refused == 0;
    }

    String english() {
        return lines + " lines: " + fresh + " taken in, " + again + " taken in before, " + refused + " refused";
    }

    String swedish() {
        return lines + " rader: " + fresh + " tagna, " + again + " tagna tidigare, " + refused + " avvisade."
                + (good() ? " Inget att göra." : " Rätta de avvisade raderna och skicka dem igen, i en ny fil.");
    }

    String remedy() {
        return good() ? "Nothing to do." : "Mend the refused lines and send them again, in a new file.";
    }
}
