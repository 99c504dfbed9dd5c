package se.omsorgsbron.bridge.config;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long everybody has who is to know a risk. Of whoever takes longer, the coordinator is told once.
 *
 * @param receivedWithin until a recipient has received it
 * @param seenWithin until a recipient that can say so has said that a person saw it
 */
public record RiskSettings(
        @DefaultValue("15m") Duration receivedWithin,
        @DefaultValue("2h") Duration seenWithin) {}
