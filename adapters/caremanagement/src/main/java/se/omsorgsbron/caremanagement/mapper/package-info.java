/**
 * From CareManagement's records to facts of the domain, and from a person's record to entries of the journal. Pure: no I/O, no clock,
 * no Camel, no Spring.
 */
package se.omsorgsbron.caremanagement.mapper;
