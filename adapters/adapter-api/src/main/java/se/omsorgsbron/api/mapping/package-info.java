/** What a mapping gives: a value or typed problems, and always the list of what it did not use. */
package se.omsorgsbron.api.mapping;
