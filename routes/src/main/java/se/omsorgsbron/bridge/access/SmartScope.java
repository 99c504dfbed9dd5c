package se.omsorgsbron.bridge.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SMART's scopes for systems: {@code system/CareTeam.rs}, {@code system/*.rs}. Any other form allows nothing. */
final class SmartScope {
    private static final Pattern FORM = Pattern.compile("system/(\\*|[A-Za-z]+)\\.(c?r?u?d?s?)");

    private SmartScope() {}

    static boolean allows(String scope, String resource, Interaction interaction) {
        Matcher matcher = FORM.matcher(scope);
        return matcher.matches()
                && (matcher.group(1).equals("*") || matcher.group(1).equals(resource))
                && matcher.group(2).indexOf(interaction.letter()) >= 0;
    }
}
