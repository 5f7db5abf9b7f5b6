package dev.assay.generator.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names that a code fence may give to one language. */
final class LanguageTags {

    private static final List<Set<String>> SYNONYMS = List.of(
            Set.of("python", "py", "python3", "py3", "python2", "cython", "sage"),
            Set.of("javascript", "js", "node", "jsx", "mjs"),
            Set.of("typescript", "ts", "tsx"),
            Set.of("cpp", "c++", "cc", "cxx"),
            Set.of("csharp", "cs", "c#"),
            Set.of("rust", "rs"),
            Set.of("ruby", "rb"),
            Set.of("go", "golang"),
            Set.of("bash", "sh", "shell", "zsh"),
            Set.of("kotlin", "kt"));

    private LanguageTags() {}

    static boolean matches(String language, String tag) {
        String wanted = language.toLowerCase(Locale.ROOT);
        String given = tag.toLowerCase(Locale.ROOT);
        return wanted.equals(given)
                || SYNONYMS.stream().anyMatch(names -> names.contains(wanted) && names.contains(given));
    }
}
