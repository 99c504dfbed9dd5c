/** Puts a subject's facts together to its record: pure functions, no I/O and no clock; the day is given. */
package se.omsorgsbron.bridge.compose;
