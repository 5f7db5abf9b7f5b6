package dev.assay.generator.extraction;

import org.jspecify.annotations.Nullable;

/**
 * What the code in an answer has to be.
 *
 * @param language as the suite names it, e.g. {@code python}
 * @param promptCode the code that the answer may continue; null if only whole programs were asked for
 * @param entryPoint the function asked for; null if none was named
 */
public record CodeRequest(
        String language,
        @Nullable String promptCode,
        @Nullable String entryPoint) {

    boolean isPython() {
        return LanguageTags.matches("python", language);
    }
}
