/** Identity numbers of people and of health care (HSA-id), by the published rules. Nothing here repairs a number. */
package se.omsorgsbron.api.identity;
