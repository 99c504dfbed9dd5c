package se.omsorgsbron.bridge.explain;

/** Lines of text, each as far in as it is deep. */
final class Lines {
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    void line(int depth, String words) {
        text.append(words.isEmpty() ? "" : STEP.repeat(depth) + words).append(System.lineSeparator());
    }

    /** Several lines, all as far in. */
    void block(int depth, String words) {
        words.lines().forEach(line -> line(depth, line));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
