package se.omsorgsbron.bridge.ledger;

/**
 * One feed of one source of one municipality.
 *
 * @param municipality code, four digits
 * @param system the source, such as {@code lifecare}
 * @param feed its name there, such as {@code service_plans}
 */
public record FeedKey(String municipality, String system, String feed) {
    @Override
    public String toString() {
        return municipality + "." + system + "." + feed;
    }
}
