/**
 * A cursor over a record's raw JSON that remembers what was read and what was wrong, for every adapter whose system speaks JSON. There
 * are no typed wire records on purpose: a typed record hides the fields that it does not name. Stops at the mappers.
 */
package se.omsorgsbron.api.json;
