/**
 * What every part of the bridge speaks: the domain as Java records, and what an adapter implements. Plain Java: no Spring,
 * Camel or HAPI, so that a mapper can be read and tested alone. Every module may use it; it uses none.
 */
package se.omsorgsbron.api;
