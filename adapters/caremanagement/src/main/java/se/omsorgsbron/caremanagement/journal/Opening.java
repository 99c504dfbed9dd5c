package se.omsorgsbron.caremanagement.journal;

/**
 * How an errand is opened for a person who has none.
 *
 * @param typeSlug one of the types of home care
 * @param title without anything about the person
 * @param status one that does not mean closed
 * @param role of the stakeholder who is the person
 */
public record Opening(String typeSlug, String title, String status, String role) {}
