/**
 * The adapter for Tietoevry Lifecare, elderly care: {@link se.omsorgsbron.lifecare.Lifecare#feeds} gives its feeds. What is
 * read and what is not stands in {@code docs/lifecare-mapping.md}. No Spring and no Camel: whoever runs the feeds lifts them
 * into routes.
 */
package se.omsorgsbron.lifecare;
