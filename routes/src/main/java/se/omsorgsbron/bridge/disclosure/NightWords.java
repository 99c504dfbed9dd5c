package se.omsorgsbron.bridge.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.omsorgsbron.api.domain.FreeText;
import se.omsorgsbron.api.domain.PlanActivity;

/**
 * The words by which a municipality's plans say that something is done at night (nattinsats). Never guessed: an activity is the
 * night's if one of its own words for <em>when</em> begins with one of them.
 */
public final class NightWords {
    /** Where a municipality names none. */
    public static final NightWords DEFAULT =
            new NightWords(List.of("natt", "natten", "nattetid", "nätter", "nätterna", "nattlig"));

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,40}");

    private final Pattern night;

    /** @param words letters only */
    public NightWords(List<String> words) {
        night = Pattern.compile(
                "(?iU)\\b(" + words.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")");
    }

    /** What is wrong with words from a configuration, and what to write. */
    public static Optional<String> problem(List<String> words) {
        // Privacy: a word of a letter or two, or none, would let the whole plan out as the night's.
        if (words.isEmpty()) {
            return Optional.of("is empty: write the words that mean night, such as natt, or leave it out");
        }
        return words.stream().allMatch(word -> WORD.matcher(word).matches())
                ? Optional.empty()
                : Optional.of("must hold words of 3 to 40 letters and nothing else, such as natt");
    }

    boolean in(PlanActivity activity) {
        return activity.when()
                .map(FreeText::value)
                .map(text -> night.matcher(text).find())
                .orElse(false);
    }
}
