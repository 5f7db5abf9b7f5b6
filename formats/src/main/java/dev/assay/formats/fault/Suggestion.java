package dev.assay.formats.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
public final class Suggestion {

    private static final int MOST_EDITS = 3;
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(MOST_EDITS);

    private Suggestion() {}

    /** {@code , did you mean 'x'?}, or nothing if no known word is near. */
    public static String didYouMean(String word, Collection<String> known) {
        return nearest(word, known)
                .map(near -> ", did you mean '" + near + "'?")
                .orElse("");
    }

    /** The known word with the fewest edits, at most three and fewer than half of the word. */
    private static Optional<String> nearest(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        record Candidate(String word, int edits) {}
        return known.stream()
                .map(candidate -> new Candidate(candidate, DISTANCE.apply(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.edits >= 0 && candidate.edits * 2 <= candidate.word.length())
                .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::word))
                .map(Candidate::word);
    }
}
