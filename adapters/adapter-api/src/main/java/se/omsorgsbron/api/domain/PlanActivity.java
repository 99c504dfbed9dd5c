package se.omsorgsbron.api.domain;

import java.util.Optional;

/**
 * One thing that the plan says is done (D11).
 *
 * @param service insats, such as "Dusch"
 * @param how hur
 * @param when när
 * @param byWhom av vem
 * @param period first and last day, where the source says so
 */
public record PlanActivity(
        String service, Optional<FreeText> how, Optional<FreeText> when, Optional<FreeText> byWhom, Period period) {}
