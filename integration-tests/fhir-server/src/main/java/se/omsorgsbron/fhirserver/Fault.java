package se.omsorgsbron.fhirserver;

/**
 * How the next requests to the server fail; a field that is left out is off.
 *
 * @param status the HTTP status that is answered instead of doing the work, 0 for none
 * @param delayMs milliseconds to wait before anything else
 * @param dropConnection closes the connection before the work is done
 * @param dropAnswer does the work and then closes the connection without an answer, so that the sender cannot know
 * @param count how many requests meet the fault; at least 1 in a fault that is set
 */
record Fault(int status, long delayMs, boolean dropConnection, boolean dropAnswer, int count) {

    static final Fault NONE = new Fault(0, 0, false, false, 0);

    Fault {
        boolean harmless = status == 0 && delayMs == 0 && !dropConnection && !dropAnswer;
        count = harmless ? 0 : Math.max(1, count);
    }

    Fault withCount(int newCount) {
        return new Fault(status, delayMs, dropConnection, dropAnswer, newCount);
    }
}
