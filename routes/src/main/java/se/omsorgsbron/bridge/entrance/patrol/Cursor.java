package se.omsorgsbron.bridge.entrance.patrol;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import se.omsorgsbron.bridge.ledger.ChangeFeed.Position;

/** A position in the changes as a reader keeps it: opaque, and good for ever. */
final class Cursor {
    private static final int BYTES = 3 * Long.BYTES;

    private Cursor() {}

    static String write(Position position) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(position.generation().getMostSignificantBits())
                .putLong(position.generation().getLeastSignificantBits())
                .putLong(position.number());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Empty where it is no cursor. */
    static Optional<Position> read(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return Optional.of(new Position(new UUID(buffer.getLong(), buffer.getLong()), buffer.getLong()));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
