/** From Lifecare's records to facts of the domain. Pure: no I/O, no clock, no Camel, no Spring. One class per definition. */
package se.omsorgsbron.lifecare.mapper;
