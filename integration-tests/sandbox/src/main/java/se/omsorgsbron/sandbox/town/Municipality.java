package se.omsorgsbron.sandbox.town;

import java.util.Map;

/**
 * A municipality (kommun) of the town.
 *
 * @param code its four digits, which are also Lifecare's {@code domain}
 * @param name its name
 * @param key the key that Lifecare asks for; made up, but a secret to the bridge
 * @param ids the ids of its units, staff and headlines
 * @param noteHeadlines headline id to the kind of note that is written under it
 * @param planHeadlines headline id to the part of a plan that is written under it
 * @param relations Lifecare's text of a relation to a role in the care team
 */
public record Municipality(
        String code,
        String name,
        String key,
        IdRange ids,
        Map<Integer, String> noteHeadlines,
        Map<Integer, String> planHeadlines,
        Map<String, String> relations) {

    /** Copies the maps. */
    public Municipality {
        noteHeadlines = Map.copyOf(noteHeadlines);
        planHeadlines = Map.copyOf(planHeadlines);
        relations = Map.copyOf(relations);
    }

    /**
     * A range of ids.
     *
     * @param first the first id in it
     * @param last the last id in it
     */
    public record IdRange(int first, int last) {

        /** Whether the range has the id. */
        public boolean contains(int id) {
            return first <= id && id <= last;
        }
    }
}
