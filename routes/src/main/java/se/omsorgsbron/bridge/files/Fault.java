package se.omsorgsbron.bridge.files;

/**
 * One thing that is wrong with one line.
 *
 * @param column the column; "" where it is the whole line
 * @param found what stands there; of personal data only its shape
 * @param expected what should
 * @param advice what to do
 */
record Fault(String column, String found, String expected, Advice advice) {
    /** Something that is wrong with a column. */
    static Fault in(String column, String found, String expected) {
        return new Fault(column, found, expected, Advice.of(column));
    }

    /** Something that is wrong with the line as a line. */
    static Fault of(Advice advice, String found, String expected) {
        return new Fault("", found, expected, advice);
    }
}
