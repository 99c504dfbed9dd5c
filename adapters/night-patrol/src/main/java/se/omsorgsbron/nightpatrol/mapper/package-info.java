/** From the contract's forms to domain records. Pure. */
package se.omsorgsbron.nightpatrol.mapper;
