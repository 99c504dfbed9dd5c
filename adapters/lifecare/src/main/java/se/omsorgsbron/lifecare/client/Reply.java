package se.omsorgsbron.lifecare.client;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of something that was sent to be written. */
public sealed interface Reply {

    /** It was written; {@code body} is what Lifecare says of it. */
    record Written(JsonNode body) implements Reply {}

    /** It was not written, and would not be if it were sent again as it is. */
    record Refused(int status) implements Reply {}

    /** It was certainly not written, and may be sent again. The reason names no URL and no content. */
    record NotWritten(String why) implements Reply {}

    /** Nobody knows whether it was written. The reason names no URL and no content. */
    record Unknown(String why) implements Reply {}
}
