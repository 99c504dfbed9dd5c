/**
 * What a recipient may have of a subject's record, and on which ground. Deny by default: what no rule names does not leave. Pure
 * functions over records.
 */
package se.omsorgsbron.bridge.disclosure;
