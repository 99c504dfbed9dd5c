/** One record of Lifecare, or one row of the supplements, read for an explanation. */
package se.omsorgsbron.lifecare.explain;
