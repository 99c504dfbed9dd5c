/** The coordinator's CSV file: what Lifecare's contract has no field for. Described in {@code docs/supplements.md}. */
package se.omsorgsbron.lifecare.supplements;
