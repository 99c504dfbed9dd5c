package se.omsorgsbron.bridge.files;

/** Whether the quotation marks of a row come in pairs, and where they may stand: around a whole value, doubled within it. */
final class Quotes {
    private final char separator;
    private State state = State.START;

    Quotes(char separator) {
        this.separator = separator;
    }

    private enum State {
        /** Before a value. */
        START,
        /** In a value without quotation marks; one in it stands for itself. */
        BARE,
        /** In a value with quotation marks. */
        QUOTED,
        /** After a mark that ends the value, or is the first of two. */
        MARK,
        /** Something stands between a value's last mark and the separator. */
        STRAY
    }

    /** Reads on. */
    void read(String text) {
        for (int i = 0; i < text.length() && state != State.STRAY; i++) {
            state = next(text.charAt(i));
        }
    }

    /** Whether a value goes on in the next line. */
    boolean open() {
        return state == State.QUOTED;
    }

    /** Whether everything that was read makes a row. */
    boolean closed() {
        return state != State.QUOTED && state != State.STRAY;
    }

    private State next(char c) {
        boolean end = c == separator || c == '\n' || c == '\r';
        return switch (state) {
            case START -> c == '"' ? State.QUOTED : end ? State.START : State.BARE;
            case BARE -> end ? State.START : State.BARE;
            case QUOTED -> c == '"' ? State.MARK : State.QUOTED;
            case MARK -> c == '"' ? State.QUOTED : end ? State.START : c == ' ' ? State.MARK : State.STRAY;
            case STRAY -> State.STRAY;
        };
    }
}
