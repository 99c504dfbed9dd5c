package se.omsorgsbron.sandbox.launch;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** What the sandbox tells on the terminal. */
final class Progress {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private Progress() {}

    /** One line, with the time. */
    @SuppressWarnings("SystemOut")
    static void say(String line) {
        System.out.println(LocalTime.now(java.time.ZoneId.systemDefault()).format(TIME) + "  " + line);
    }

    /** Text as it is. */
    @SuppressWarnings("SystemOut")
    static void print(String text) {
        System.out.print(text);
        System.out.flush();
    }
}
