/** What an adapter for a source implements: feeds that are read, each giving facts, what could not be read, and what is gone. */
package se.omsorgsbron.api.source;
