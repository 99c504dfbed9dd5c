/** The feeds: errands with their stakeholders, and what is written in them; what absence in them means. */
package se.omsorgsbron.caremanagement.feed;
