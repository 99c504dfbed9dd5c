/**
 * Lifecare's own shapes: its resources, and a cursor over a record's raw JSON that remembers what was read and what was wrong.
 * There are no typed wire records on purpose: a typed record hides the fields that it does not name. Stops at the mappers.
 */
package se.omsorgsbron.lifecare.wire;
