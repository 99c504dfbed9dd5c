/**
 * What facts become when they are put together: the record of a person, of a member of staff, of a unit, with every reference
 * resolved to a subject of the ledger. Composed by pure functions; mappers of every recipient start from here.
 */
package se.omsorgsbron.api.record;
